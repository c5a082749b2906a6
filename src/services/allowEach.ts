import type { Allow } from './limit';

type Allowance = Omit<Parameters<Allow>[0], 'cause'>;

/** Counts one use in several limits, in order, until one refuses: then nothing is done. Those of a group are asked together. */
export const allowEach = async (
  allow: Allow,
  cause: string,
  allowances: readonly (Allowance | readonly Allowance[])[],
): Promise<Awaited<ReturnType<Allow>>> => {
  for (const one of allowances) {
    const group: readonly Allowance[] = [one].flat();
    const answers = await Promise.all(group.map((allowance) => allow({ ...allowance, cause })));
    const refused = answers.find((answer) => answer !== 'allowed');
    if (refused !== undefined) return refused;
  }
  return 'allowed';
};
