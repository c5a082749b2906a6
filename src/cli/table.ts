/** Columns as wide as their longest cell, under a heading. */
export const table = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): string => {
  const lines = [headings, headings.map(() => ''), ...rows.map((row) => row.map(printable))];
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((line) => width(line[column] ?? ''))),
  );
  const written = lines.map((line, index) =>
    widths
      .map((size, column) => (index === 1 ? '─'.repeat(size) : padded(line[column] ?? '', size)))
      .join('  ')
      .trimEnd(),
  );
  return `${written.join('\n')}\n`;
};

/** One fact a line, the facts under each other; absent ones are left out. */
export const sheet = (rows: readonly (readonly [string, string | undefined])[]): string => {
  const known = rows.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [[label, value] as const],
  );
  const size = Math.max(0, ...known.map(([label]) => width(label)));
  return known
    .map(([label, value]) => `${padded(label, size)}  ${indented(value, size + 2)}\n`)
    .join('');
};

/** What people typed must not give orders to a terminal. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');

const indented = (text: string, by: number): string =>
  text
    .split('\n')
    .map(printable)
    .join(`\n${' '.repeat(by)}`);

const width = (text: string): number => [...text].length;

const padded = (text: string, size: number): string => text + ' '.repeat(size - width(text));
