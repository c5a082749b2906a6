import { type Field, fields } from './facts';
import type { Registration } from './registration';

/** Notes when each field got the answer that stands: where two conversations answered the same, the newest counts. */
export const withAnswerTimes = (
  before: Registration,
  after: Registration,
  at: string,
): Registration => {
  const changed = fieldNames.filter((field) =>
    fields[field].some((fact) => before.draft[fact] !== after.draft[fact]),
  );
  if (changed.length === 0) return after;
  const time = Date.parse(at);
  return {
    ...after,
    answeredAt: {
      ...after.answeredAt,
      ...Object.fromEntries(changed.map((field) => [field, time])),
    },
  };
};

// The table above is all there is.
const fieldNames = Object.keys(fields) as readonly Field[];
