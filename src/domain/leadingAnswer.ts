import { phraseAt } from './phrases/phrasesIn';
import type { Word } from './phrases/words';

/** The yes or no a sentence begins with; `undefined` when what follows takes it back or sets a condition. */
export const leadingAnswer = (words: readonly Word[]): 'yes' | 'no' | undefined => {
  const begun = phraseAt(words, 0);
  if (begun?.phrase.meaning.is !== 'intent') return undefined;
  const { intent } = begun.phrase.meaning;
  if (intent !== 'yes' && intent !== 'no') return undefined;
  const rest = words.slice(begun.next).map((word) => word.text);
  return rest.some((word) => doubts[intent].has(word)) ? undefined : intent;
};

const conditions = 'mais but si if sauf except sinon unless peut maybe perhaps';

const doubts: Readonly<Record<'yes' | 'no', ReadonlySet<string>>> = {
  yes: new Set(
    `${conditions} non no not ne n pas don t jamais never refuse annuler cancel`.split(' '),
  ),
  no: new Set(`${conditions} oui yes accepte accept confirme confirm`.split(' ')),
};
