export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
}

/** Longer lines are cut: no row is that long, and a file without line breaks must not be held in memory. */
export const longestLine = 4_000;

/** The lines of a UTF-8 text that comes in pieces, without their ends and without a byte order mark. Throws a TypeError on bytes that are not UTF-8. */
export async function* csvLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  let rest = '';
  let afterReturn = false;
  for await (const piece of decoded(bytes, decoder)) {
    // A line end of two characters may fall between two pieces.
    const text = afterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    afterReturn = piece.endsWith('\r');
    const lines = text.split(/\r\n|\r|\n/);
    const last = lines.pop() ?? '';
    for (const line of lines) {
      number += 1;
      yield { number, text: (rest + line).slice(0, longestLine) };
      rest = '';
    }
    rest = (rest + last).slice(0, longestLine);
  }
  if (rest !== '') yield { number: number + 1, text: rest };
}

async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  decoder: TextDecoder,
): AsyncGenerator<string> {
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const end = decoder.decode();
  if (end !== '') yield end;
}
