import type { Fact } from '../../domain/facts';
import { type FormState, refOf } from './formState';
import type { Step } from './step';

/** Address of a step of this registration, whichever other ones the browser carries. */
export const addressOf = (state: FormState, step: Step, anchor?: Fact): string =>
  `/register?step=${step}&r=${refOf(state)}${anchor === undefined ? '' : `#${anchor}`}`;
