import type { Config } from './config';
import type { Log } from './services/log';
import { noTracing } from './services/tracing';
import type { Telemetry } from './telemetry/startTelemetry';

/** Without a collector nothing of OpenTelemetry is loaded. */
export const beginTelemetry = (
  { telemetry }: Pick<Config, 'telemetry'>,
  log: () => Log,
): Partial<Telemetry> & Pick<Telemetry, 'tracing'> => {
  if (telemetry === undefined) return { tracing: noTracing };
  const {
    startTelemetry,
  }: typeof import('./telemetry/startTelemetry') = require('./telemetry/startTelemetry');
  return startTelemetry({ ...telemetry, log });
};
