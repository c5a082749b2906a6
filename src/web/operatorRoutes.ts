import type { Readiness } from '../services/readiness';
import { callerAddress } from './callerAddress';
import { errorReply } from './errorPage';
import type { Metrics } from './metrics';
import { isOwnNetwork } from './ownNetwork';
import { json, type Responder } from './reply';

interface Needs {
  readonly readiness?: Readiness | undefined;
  readonly metrics?: Metrics | undefined;
}

/** For those who run the product: alive, ready, figures. */
export const operatorRoutes = ({
  readiness,
  metrics,
}: Needs): readonly (readonly [string, Responder])[] => [
  ['/healthz', async () => json(200, { status: 'ok' })],
  ...(readiness === undefined ? [] : ([['/readyz', readyz(readiness)]] as const)),
  ...(metrics === undefined ? [] : ([['/metrics', figures(metrics)]] as const)),
];

const readyz =
  (readiness: Readiness): Responder =>
  async () => {
    const notReady = await readiness();
    return notReady.length === 0
      ? json(200, { status: 'ready' })
      : json(503, { status: 'notReady', notReady });
  };

/** How many people register is nobody's business outside: to a caller beyond our own networks the address does not exist. */
const figures =
  (metrics: Metrics): Responder =>
  async (request) => {
    const inside = request.headers.forwarded === undefined && isOwnNetwork(callerAddress(request));
    if (!inside) return errorReply(request, 404);
    return {
      status: 200,
      headers: { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' },
      body: await metrics.text(),
    };
  };
