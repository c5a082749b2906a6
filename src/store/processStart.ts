import { readFile } from 'node:fs/promises';

/** When a process of this machine began, in a form that no other process ever has: boot identity and clock ticks since. */
export const processStart = async (pid: number): Promise<string | 'gone' | 'unknown'> => {
  if (!exists(pid)) return 'gone';
  try {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    // The name, in parentheses, may hold anything; the fields after it are the 3rd to the last.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    const ticks = fields[19];
    if (state === 'Z' || state === 'X') return 'gone';
    return ticks === undefined ? 'unknown' : `${boot.trim()}/${ticks}`;
  } catch {
    return exists(pid) ? 'unknown' : 'gone';
  }
};

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process exists as well.
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
  }
};
