import { setTimeout as pause } from 'node:timers/promises';

/** On a busy machine the store may take longer than a person would wait: whoever only counts asks again. */
export const patiently = async <R>(ask: () => Promise<R>): Promise<R> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 20) throw error;
      await pause(200);
    }
  }
};
