import { randomUUID } from 'node:crypto';
import {
  context,
  type DiagLogger,
  DiagLogLevel,
  diag,
  ROOT_CONTEXT,
  type Span,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { errorName } from '../services/errorName';
import type { Log } from '../services/log';
import type { Tracing } from '../services/tracing';
import { traceCommands } from './databaseSpans';
import { impersonal } from './impersonal';

export interface Telemetry {
  readonly tracing: Tracing;
  /** What a line of the log says so that its trace is found. */
  ids(): { readonly traceId?: string; readonly spanId?: string };
  /** Sends what is left. */
  stop(): Promise<void>;
}

interface Needs {
  /** Base address of an OTLP/HTTP collector, without a slash at its end. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  readonly log: () => Log;
}

/**
 * OpenTelemetry's traces. To be started before what uses `http` is loaded; nobody loads this file
 * when there is no collector. Nothing is taken from callers and nothing told to those we call: a trace is our own.
 */
export const startTelemetry = ({ endpoint, headers, serviceName, log }: Needs): Telemetry => {
  diag.setLogger(diagnostics(log), { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true });
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(detectResources({ detectors: [envDetector] }))
      .merge(
        resourceFromAttributes({
          'service.name': serviceName,
          'service.instance.id': randomUUID(),
        }),
      ),
    spanProcessors: [
      impersonal(
        new BatchSpanProcessor(
          new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, headers: { ...headers } }),
        ),
      ),
    ],
  });
  provider.register({ propagator: null });
  const unregister = registerInstrumentations({
    tracerProvider: provider,
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: ({ url = '' }) => /^\/(?:healthz|readyz|metrics)\b/.test(url),
        requireParentforOutgoingSpans: true,
      }),
      new UndiciInstrumentation({ requireParentforSpans: true }),
    ],
  });
  const tracer = trace.getTracer('registration-assistant');
  return {
    tracing: {
      span: (name, attributes, work, { root = false } = {}) =>
        tracer.startActiveSpan(name, { attributes, root }, (span) => ended(span, work)),
      note: (attributes, { failed = false } = {}) => {
        const span = trace.getActiveSpan()?.setAttributes(attributes);
        if (failed) span?.setStatus({ code: SpanStatusCode.ERROR });
      },
      route: (method, path) => {
        trace.getActiveSpan()?.setAttribute('http.route', path).updateName(`${method} ${path}`);
      },
      database: (driver) => traceCommands(driver, tracer),
      apart: (work) => context.with(ROOT_CONTEXT, work),
    },
    ids: () => {
      const ids = trace.getActiveSpan()?.spanContext();
      return ids === undefined ? {} : { traceId: ids.traceId, spanId: ids.spanId };
    },
    stop: async () => {
      unregister();
      await provider.shutdown();
    },
  };
};

const ended = async <R>(span: Span, work: () => Promise<R>): Promise<R> => {
  try {
    return await work();
  } catch (error) {
    span.setAttribute('error.type', errorName(error)).setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
};

const quietMs = 60_000;

/** The collector's troubles, once a minute; what the library says of them may quote its answers. */
const diagnostics = (log: () => Log): DiagLogger => {
  let toldAt = Number.NEGATIVE_INFINITY;
  const nothing = () => undefined;
  return {
    verbose: nothing,
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: () => {
      if (performance.now() - toldAt < quietMs) return;
      toldAt = performance.now();
      log().warn({ event: 'telemetry.notSent' });
    },
  };
};
