import type { Draft, TextFact } from '../facts';

/** The facts among those that were looked for. */
export const known = (all: { readonly [F in TextFact]?: string | undefined }): Draft =>
  Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
