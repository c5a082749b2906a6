import { type Zippable, zipSync } from 'fflate';

export interface Entry {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The same entries give the same bytes, on every day and in every time zone. */
export const zipOf = (entries: readonly Entry[]): Uint8Array => {
  const files: Zippable = {};
  const sorted = [...entries].sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const { name, content } of sorted) files[name] = [content, { mtime: beginning, level: 9 }];
  return zipSync(files);
};

/** Where a zip's calendar begins; zips keep local time, and this is local. */
const beginning = new Date(1980, 0, 1);
