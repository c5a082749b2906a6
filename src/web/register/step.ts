import { openQuestion } from '../../domain/question';
import type { FormState } from './formState';

/** What a page of the registration asks. */
export const steps = [
  'details',
  'emailSuggestion',
  'terms',
  'machine',
  'machineSuggestion',
  'meterContact',
  'review',
  'done',
] as const;

export type Step = (typeof steps)[number];

export const isStep = (name: string): name is Step => steps.some((step) => step === name);

/** The question that is open, in the order of the guide. */
export const openStep = ({ registration, done }: FormState, termsVersion: string): Step => {
  if (done !== undefined) return 'done';
  const open = openQuestion(registration, termsVersion);
  if (open === undefined) return 'review';
  const { kind } = open.question;
  // Forms are offered nothing.
  if (kind === 'written' || kind === 'offer')
    return open.stage === 'machine' ? 'machine' : 'details';
  return kind === 'lookUp' ? 'machine' : kind;
};

/** Earlier steps can be gone back to; later ones wait for the open one. */
export const shownStep = (state: FormState, termsVersion: string, wanted: string): Step => {
  const open = openStep(state, termsVersion);
  if (!isStep(wanted) || isSuggestion(wanted)) return open;
  return steps.indexOf(wanted) < steps.indexOf(open) ? wanted : open;
};

const isSuggestion = (step: Step): boolean =>
  step === 'emailSuggestion' || step === 'machineSuggestion';
