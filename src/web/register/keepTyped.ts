import { type Registration, without } from '../../domain/registration';
import type { FormValues } from '../formBody';
import { withDetails } from './details';
import type { Step } from './step';

/** What is in the boxes of a step, for showing it again: nothing is answered, looked up or complained about. */
export const keepTyped = (
  step: Step,
  registration: Registration,
  values: FormValues,
): Registration => {
  if (step === 'details') {
    return { ...withDetails(registration, values), misses: registration.misses };
  }
  if (step !== 'machine') return registration;
  const serial = values.get('serial').slice(0, longestKept);
  const others = without(registration.rejected, 'serial');
  return { ...registration, rejected: serial === '' ? others : { ...others, serial } };
};

/** Far more than a serial number has; the browser has to carry it. */
const longestKept = 100;
