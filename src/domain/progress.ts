import { type FunnelStep, funnelSteps } from './funnelStep';
import { openQuestion } from './question';
import type { Registration } from './registration';

export interface Progress {
  /** Remembers how far it came: going back and forth counts once. */
  readonly registration: Registration;
  /** Steps it came to for the first time, in order. */
  readonly reached: readonly FunnelStep[];
}

/** What a registration reached since it was looked at last. */
export const progressOf = (registration: Registration, termsVersion: string): Progress => {
  const step = stepOf(registration, termsVersion);
  const reached = stepsSince(registration, step);
  return { registration: reached.length === 0 ? registration : { ...registration, step }, reached };
};

/** What is left to count of one that went through. */
export const stepsToTheEnd = (registration: Registration | undefined): readonly FunnelStep[] =>
  stepsSince(registration, 'registered');

/** A suggestion or an edit is asked for on the way: it leads nowhere new. */
const stepOf = (registration: Registration, termsVersion: string): FunnelStep => {
  const open = openQuestion(registration, termsVersion);
  if (open === undefined) return 'review';
  return open.stage === 'here' ? (registration.step ?? 'details') : open.stage;
};

const stepsSince = (
  registration: Registration | undefined,
  step: FunnelStep,
): readonly FunnelStep[] => {
  const before = registration?.step === undefined ? -1 : funnelSteps.indexOf(registration.step);
  return funnelSteps.slice(before + 1, funnelSteps.indexOf(step) + 1);
};
