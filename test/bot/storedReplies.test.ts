import type { Activity } from 'botbuilder';
import { repliesFrom, storedReplies } from '../../src/bot/storedReplies';

const base = { type: 'message', textFormat: 'plain', locale: 'fr' } as const;

const replies: readonly Partial<Activity>[] = [
  { ...base, text: 'Bonjour.', speak: 'Bonjour.' },
  { ...base, text: 'Un.\n\nDeux.\n\nTrois.', speak: 'Un. Deux. Trois.' },
  { ...base, text: 'Un.\n\nDeux.', speak: 'Un.\n\nDeux.' },
  { ...base, text: 'Voir.', speak: 'Entendre.' },
  { ...base, text: '', speak: '' },
  { type: 'typing' },
];

test.each(replies)('%j comes back as it was', (reply) => {
  expect(repliesFrom(storedReplies([reply]))).toEqual([reply]);
});

test('what is read aloud is kept only where the text does not say it', () => {
  expect(replies.map((reply) => storedReplies([reply]).includes('speak'))).toEqual([
    false,
    false,
    true,
    true,
    false,
    false,
  ]);
});

test('what an earlier release kept comes back as it was', () => {
  const [, two = {}] = replies;
  expect(repliesFrom(JSON.stringify([two]))).toEqual([two]);
});

test('there is nothing to send of replies that are gone', () => {
  expect(repliesFrom(undefined)).toEqual([]);
});
