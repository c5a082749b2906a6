/** Slow hashes of passwords; takes and gives what `canonicalPassword` made. */
export interface Hashing {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
  /** A hash that no password opens, made like the others: verifying against it takes the same time. */
  readonly decoy: string;
}
