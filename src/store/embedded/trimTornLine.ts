import { open } from 'node:fs/promises';

const chunk = 65_536;

/** Cuts off what follows the last end of line: the beginning of a write that a crash cut short and that nobody was told had succeeded. */
export const trimTornLine = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (handle === undefined) return;
  try {
    const { size } = await handle.stat();
    const end = await endOfLastLine(handle, size);
    if (end < size) await handle.truncate(end);
  } finally {
    await handle.close();
  }
};

const endOfLastLine = async (
  handle: Awaited<ReturnType<typeof open>>,
  size: number,
): Promise<number> => {
  const buffer = Buffer.alloc(chunk);
  for (let to = size; to > 0; to -= chunk) {
    const from = Math.max(0, to - chunk);
    const { bytesRead } = await handle.read(buffer, 0, to - from, from);
    const found = buffer.subarray(0, bytesRead).lastIndexOf('\n');
    if (found !== -1) return from + found + 1;
  }
  return 0;
};
