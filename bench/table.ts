type Cells = readonly string[];

/** The lines of a table in Markdown. */
export const table = (head: Cells, rows: readonly Cells[]): readonly string[] => [
  line(head),
  `|${'---|'.repeat(head.length)}`,
  ...rows.map(line),
];

const line = (cells: Cells): string => `| ${cells.join(' | ')} |`;
