import { errorName } from '../../services/errorName';
import type { Log } from '../../services/log';
import type { FetchSigningKeys, SigningKey } from './fetchSigningKeys';

/** `unavailable`: the issuer could not be asked, so nothing is known of this key. */
export type FindSigningKey = (kid: string) => Promise<SigningKey | 'unknown' | 'unavailable'>;

interface Needs {
  readonly fetchKeys: FetchSigningKeys;
  readonly log: Log;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
}

/**
 * The issuer's keys, asked for when first needed. A key that is not known makes us ask again, but callers who make up keys
 * cannot make us ask more than once a minute. Keys that are a day old are renewed beside the work; while the issuer is
 * away they are believed for five days.
 */
export const makeSigningKeys = ({
  fetchKeys,
  log,
  now = () => performance.now(),
}: Needs): FindSigningKey => {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let readAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let failed = false;
  let reading: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    triedAt = now();
    try {
      keys = await fetchKeys();
      readAt = now();
      failed = false;
    } catch (error) {
      failed = true;
      // Nobody can be answered, or soon nobody: operators have to know.
      log.error({ event: 'messages.keysAway', error: errorName(error) });
    }
  };

  const readAgain = async (): Promise<void> => {
    if (reading === undefined && now() - triedAt < (failed ? failedRestMs : restMs)) return;
    reading ??= read().finally(() => {
      reading = undefined;
    });
    await reading;
  };

  return async (kid) => {
    const age = now() - readAt;
    const known = age < longestMs ? keys.get(kid) : undefined;
    if (known !== undefined) {
      if (age > renewMs) void readAgain();
      return known;
    }
    await readAgain();
    if (now() - readAt >= longestMs) return 'unavailable';
    return keys.get(kid) ?? (failed ? 'unavailable' : 'unknown');
  };
};

const failedRestMs = 5_000;
const restMs = 60_000;
const renewMs = 24 * 3_600_000;
const longestMs = 5 * renewMs;
