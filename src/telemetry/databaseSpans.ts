import { type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import type { DatabaseDriver } from '../services/tracing';

/** At most so many commands without an answer are remembered; a driver that forgets to tell an end costs no more memory. */
const mostUnderWay = 10_000;

/**
 * A span for each command that is part of something traced, from the driver's own events: instrumentation that replaces
 * functions of packages does not reach into a bundle. Of the command only its name and its collection are read.
 */
export const traceCommands = (driver: DatabaseDriver, tracer: Tracer): void => {
  const underWay = new Map<unknown, Span>();
  driver.on('commandStarted', ({ requestId, commandName, databaseName, command }) => {
    if (trace.getActiveSpan() === undefined || underWay.size >= mostUnderWay) return;
    const collection = collectionOf(commandName, command);
    const attributes = {
      'db.system.name': 'mongodb',
      ...(databaseName === undefined ? {} : { 'db.namespace': databaseName }),
      'db.operation.name': commandName,
      ...(collection === undefined ? {} : { 'db.collection.name': collection }),
    };
    const name = collection === undefined ? commandName : `${commandName} ${collection}`;
    underWay.set(requestId, tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }));
  });
  const over = (requestId: unknown, error?: unknown) => {
    const span = underWay.get(requestId);
    underWay.delete(requestId);
    if (error !== undefined) {
      span?.setAttribute('error.type', nameOf(error)).setStatus({ code: SpanStatusCode.ERROR });
    }
    span?.end();
  };
  driver.on('commandSucceeded', ({ requestId }) => over(requestId));
  driver.on('commandFailed', ({ requestId, failure }) => over(requestId, failure ?? {}));
};

const collectionOf = (name: string, command: unknown): string | undefined => {
  const { [name]: first, collection }: Readonly<Record<string, unknown>> = Object(command);
  return [first, collection].find((one) => typeof one === 'string');
};

const nameOf = (failure: unknown): string => {
  const { name }: { readonly name?: unknown } = Object(failure);
  return typeof name === 'string' ? name : 'failed';
};
