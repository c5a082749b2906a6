import type { Allow } from './limit';

type Allowances = readonly Omit<Parameters<Allow>[0], 'cause'>[];

/** Counts one use in several limits, in order, until one refuses: then nothing is done. */
export const allowEach = async (
  allow: Allow,
  cause: string,
  allowances: Allowances,
): Promise<Awaited<ReturnType<Allow>>> => {
  for (const allowance of allowances) {
    const allowed = await allow({ ...allowance, cause });
    if (allowed !== 'allowed') return allowed;
  }
  return 'allowed';
};
