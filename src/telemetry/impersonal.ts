import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-node';

/**
 * What libraries may say in spans. All else is left out, however harmless it looks: addresses of pages carry activation tokens,
 * statements and errors what people typed, a request its caller's address.
 */
const passing: ReadonlySet<string> = new Set([
  'http.request.method',
  'http.response.status_code',
  'http.route',
  'url.scheme',
  'network.protocol.version',
  'error.type',
  'db.system.name',
  'db.namespace',
  'db.collection.name',
  'db.operation.name',
  'db.response.status_code',
  'turn.channel',
  'turn.outcome',
  'mail.kind',
  'mail.attempts',
  'mail.outcome',
  'news.kind',
]);

/** Who is asked by us; a server's own name is what the caller made it. */
const ofClients: ReadonlySet<string> = new Set(['server.address', 'server.port']);

const client = 2;

/** Hands on what of a span concerns no person. */
export const impersonal = (next: SpanProcessor): SpanProcessor => ({
  onStart: (span, context) => next.onStart(span, context),
  onEnd: (span) => next.onEnd(reduced(span)),
  forceFlush: () => next.forceFlush(),
  shutdown: () => next.shutdown(),
});

const reduced = (span: ReadableSpan): ReadableSpan =>
  // What is not named here stays as it was, through the prototype: the SDK's spans have getters too.
  Object.create(span, {
    name: { value: nameOf(span) },
    attributes: { value: attributesOf(span) },
    // An exception's message quotes what was typed, and its stack begins with the message.
    events: { value: [] },
    links: { value: [] },
    status: { value: { code: span.status.code } },
  });
const attributesOf = ({ attributes, kind }: ReadableSpan): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).filter(
      ([name, value]) =>
        (passing.has(name) || (kind === client && ofClients.has(name))) && isWord(value),
    ),
  );

const isWord = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value !== '' && value.length <= 100);

/** Names are made of methods, addresses' patterns, commands and collections. */
const nameOf = ({ name }: ReadableSpan): string =>
  /^[\w ./:*-]{1,100}$/.test(name) ? name : 'unnamed';
