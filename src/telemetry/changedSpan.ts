import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';

type Part = 'name' | 'attributes' | 'events' | 'links' | 'status';

/** The same span but for some parts. What is not named stays as it was, through the prototype: the SDK's spans have getters too. */
export const changedSpan = (
  span: ReadableSpan,
  parts: Partial<Pick<ReadableSpan, Part>>,
): ReadableSpan =>
  Object.create(
    span,
    Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, { value }])),
  );
