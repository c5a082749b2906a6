import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Button, buttons } from '../../cards/buttons';
import { lines } from '../../cards/lines';
import type { Card } from '../../cards/template';
import type { App } from '../app';
import type { Locale } from '../domain/locale';
import { texts } from '../text/texts';

interface Needs {
  readonly app: Pick<App, 'receive'>;
  readonly input: Readable;
  readonly output: Writable;
  readonly locale: Locale;
}

/** A conversation line by line until the input ends: a line is a message, `/2` presses the second button, `/1 unit=4; city=Laval` fills in a card. */
export const talk = async ({ app, input, output, locale }: Needs): Promise<void> => {
  const t = texts[locale].commands.talk;
  const conversation = randomUUID();
  const print = (text: string) => output.write(`${text}\n`);
  let offered: readonly Button[] = [];

  const send = async (activity: object): Promise<void> => {
    const { body } = await app.receive({
      authorization: '',
      local: true,
      body: {
        ...activity,
        id: randomUUID(),
        channelId: 'terminal',
        conversation: { id: conversation },
        from: { id: 'you' },
        recipient: { id: 'bot' },
        locale,
        deliveryMode: 'expectReplies',
      },
    });
    for (const reply of repliesIn(body)) {
      print(`\n${reply.text ?? ''}`);
      const cards = reply.attachments ?? [];
      if (cards.length === 0) continue;
      for (const card of cards)
        print(
          lines(card)
            .map((line) => `  │ ${line}`)
            .join('\n'),
        );
      offered = cards.flatMap(({ content }) => buttons(content));
      print(offered.map(({ title }, index) => `  /${index + 1} ${title}`).join('\n'));
    }
  };

  print(t.intro);
  await send({ type: 'conversationUpdate', membersAdded: [{ id: 'you' }] });
  const reader = createInterface({ input, output, prompt: '\n> ', terminal: false });
  output.write('\n> ');
  for await (const line of reader) {
    const press = pressIn(line);
    const button = press === undefined ? undefined : offered[press.number - 1];
    if (press === undefined) await send({ type: 'message', text: line });
    else if (button === undefined) print(t.noButton(offered.length));
    else await send({ type: 'message', value: { ...button.data, ...press.inputs } });
    output.write('\n> ');
  }
  print('');
};

interface Reply {
  readonly text?: string;
  readonly attachments?: readonly Card[];
}

/** The bot's own answers to `expectReplies`. */
const repliesIn = (body: unknown): readonly Reply[] => {
  const { activities }: { activities?: unknown } = { ...Object(body) };
  return Array.isArray(activities) ? activities.filter(({ type }) => type === 'message') : [];
};

/** "/1 unit=4; city=Laval": the number of a button and what its card's inputs hold. */
const pressIn = (line: string) => {
  const [, number, rest = ''] = /^\/(\d{1,2})(?:\s+(.*))?$/.exec(line.trim()) ?? [];
  if (number === undefined) return undefined;
  const pairs = rest
    .split(';')
    .map((pair) => pair.split('='))
    .flatMap(([key, value]) => (key && value ? [[key.trim(), value.trim()]] : []));
  return { number: Number(number), inputs: Object.fromEntries(pairs) };
};
