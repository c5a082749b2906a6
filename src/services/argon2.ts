import { hash, verify } from '@node-rs/argon2';
import type { Hashing } from './hashing';

/** argon2id at the library's defaults, which are OWASP's: 19 MiB, two passes, one lane. It works off the main thread. */
export const argon2: Hashing = {
  hash: (password) => hash(password),
  verify: (hashed, password) => verify(hashed, password),
  decoy:
    '$argon2id$v=19$m=19456,t=2,p=1$BMS1b7OM8hh4YTn+dxncvA$8TtMT9BDSRCchdQmxUkN0LYVFeWc8L69N204eqPpnTo',
};
