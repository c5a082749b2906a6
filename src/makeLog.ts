import { type Logger, pino } from 'pino';
import type { Config } from './config';
import { errorName } from './services/errorName';

/** Never logged on purpose. Should one of them ever be, its value is not written. */
const secretNames = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'body',
  'text',
  'email',
  'phone',
  'to',
] as const;

/** One JSON object a line, on standard output. `ids` are those of the trace, when there is one. */
export const makeLog = (
  { logLevel }: Pick<Config, 'logLevel'>,
  ids?: () => object,
  destination?: { write(line: string): void },
): Logger =>
  pino(
    {
      level: logLevel,
      redact: {
        paths: secretNames.flatMap((name) => [name, `*.${name}`]),
        censor: '[redacted]',
      },
      serializers: { err: errorName },
      ...(ids === undefined ? {} : { mixin: ids }),
    },
    ...(destination === undefined ? [] : [destination]),
  );
