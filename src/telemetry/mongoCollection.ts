import type { SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { changedSpan } from './changedSpan';

/**
 * For some commands the instrumentation does not know the collection, and names it "$cmd". This is where it asks what to write
 * of a statement: the collection's name, and nothing else.
 */
export const changedCollection = ({ findAndModify }: Readonly<Record<string, unknown>>): string =>
  typeof findAndModify === 'string' ? findAndModify : '';

/** Puts that name where it belongs. */
export const withCollection = (next: SpanProcessor): SpanProcessor => ({
  onStart: (span, context) => next.onStart(span, context),
  onEnd: (span) => {
    const { attributes } = span;
    const collection = attributes['db.query.text'];
    if (attributes['db.collection.name'] !== '$cmd') return next.onEnd(span);
    next.onEnd(
      changedSpan(span, {
        name: `${attributes['db.operation.name']} ${collection}`.trim(),
        attributes: { ...attributes, 'db.collection.name': collection },
      }),
    );
  },
  forceFlush: () => next.forceFlush(),
  shutdown: () => next.shutdown(),
});
