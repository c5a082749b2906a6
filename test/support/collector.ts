import { httpStandIn } from './httpStandIn';

type Value = { readonly stringValue?: string; readonly intValue?: number | string };

export interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  /** 1 internal, 2 server, 3 client. */
  readonly kind: number;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly events: readonly unknown[];
  readonly failed: boolean;
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Raw[] }[];
  }[];
}

interface Attribute {
  readonly key: string;
  readonly value: Value;
}

interface Raw extends Omit<SentSpan, 'attributes' | 'events' | 'failed'> {
  readonly attributes?: readonly Attribute[];
  readonly events?: readonly unknown[];
  readonly status?: { readonly code?: number };
}

/** An OTLP/HTTP collector: what it was sent, as it came and read. */
export const aCollector = async () => {
  const site = await httpStandIn({ status: 200, body: '{}' });
  const sent = (): readonly Sent[] => site.asked.map(({ body }) => JSON.parse(body));
  return {
    ...site,
    raw: () => site.asked.map(({ path, body }) => `${path}\n${body}`).join('\n'),
    resource: () => named(sent()[0]?.resourceSpans[0]?.resource.attributes ?? []),
    spans: (): readonly SentSpan[] =>
      sent()
        .flatMap(({ resourceSpans }) => resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans)
        .map(({ attributes = [], events = [], status, ...span }) => ({
          ...span,
          attributes: named(attributes),
          events,
          failed: status?.code === 2,
        })),
  };
};

const named = (attributes: readonly Attribute[]): SentSpan['attributes'] =>
  Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]),
  );
