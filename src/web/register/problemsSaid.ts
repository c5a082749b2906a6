import type { Locale } from '../../domain/locale';
import { texts } from '../../text/texts';
import type { DetailsProblem } from './details';
import type { Trouble } from './trouble';

/** Each problem of the first form in words, with one correct example. */
export const problemsSaid = (
  problems: readonly DetailsProblem[],
  locale: Locale,
): readonly (Trouble & Pick<DetailsProblem, 'fact'>)[] => {
  const { problems: words, conversation, forms } = texts[locale];
  return problems.map((problem) => {
    const { fact } = problem;
    const sentence =
      problem.kind === 'missing' || problem.problem.kind === 'required'
        ? forms.register.required(conversation.the[fact], conversation.example[fact])
        : words[problem.problem.kind](problem.problem);
    return { fact, at: fact, sentence };
  });
};
