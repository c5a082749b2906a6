import type { DialogContext } from 'botbuilder-dialogs';
import { factsIn } from '../src/domain/merge';
import type { Asked } from '../src/domain/readMessage';
import { understand } from '../src/domain/understand';
import type { Understanding } from '../src/domain/understanding';
import { askedNow, openNow } from './askedNow';
import { memoryOf } from './memory';
import type { Services } from './services';

/** What a message says, and what it was read as the answer to. */
export interface Answer {
  readonly understanding: Understanding;
  readonly asked?: Asked;
}

export const readAnswer = (dc: DialogContext, services: Services): Answer => {
  const answer = readAs(dc, askedNow(dc, services));
  const question = openNow(dc, services);
  if (question?.kind !== 'offer' || question.facts.givenName === undefined) return answer;
  if (!saysNothing(answer.understanding)) return answer;
  // "Is this you?" may be answered by a name alone.
  const named = readAs(dc, 'name');
  return factsIn(named.understanding.facts).length > 0 ? named : answer;
};

const readAs = (dc: DialogContext, asked: Asked | undefined): Answer => {
  const { text, value } = dc.context.activity;
  const { registration, locale } = memoryOf(dc.context);
  const as = asked === undefined ? {} : { asked };
  const draft = registration === undefined ? {} : { draft: registration.draft };
  return { understanding: understand({ text, value }, { locale, ...as, ...draft }), ...as };
};

const saysNothing = ({
  facts,
  problems,
  removed,
  intent,
  correction,
  press,
}: Understanding): boolean =>
  factsIn(facts).length + problems.length + removed.length === 0 &&
  [intent, correction, press].every((one) => one === undefined);
