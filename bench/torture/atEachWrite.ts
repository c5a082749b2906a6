import type { Point } from '../../test/torture/writePoints';

/** The runs that are killed at the first write, the second and so on, until one passes them all unharmed. */
export async function* atEachWrite<R extends { readonly killed?: string | undefined }>(
  when: Point['when'],
  play: (point: Point) => Promise<R>,
): AsyncGenerator<R> {
  for (let number = 1; ; number += 1) {
    const run = await play({ number, when });
    if (run.killed === undefined) return;
    yield run;
  }
}
