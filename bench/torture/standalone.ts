import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from '../../test/support/child';
import { type Figures, seconds } from './figures';
import { aStandalone } from './mongods';
import { people } from './people';

interface Needs {
  readonly seed: number;
  readonly way: 'stopped' | 'frozen';
  readonly awayMs: number;
}

/** One real server, away for real minutes: ended and started again, or silent with its connections open. */
export const standalone = async ({ seed, way, awayMs }: Needs): Promise<Figures> => {
  const began = performance.now();
  const mongod = await aStandalone();
  const wrong: string[] = [];
  let backMs = 0;
  const expectReady = async (products: readonly Child[], expected: number): Promise<void> => {
    const since = performance.now();
    for (const product of products) {
      while ((await readiness(product)) !== expected) {
        if (performance.now() - since > noticedMs) {
          wrong.push(`/readyz did not become ${expected}`);
          return;
        }
        await pause(50);
      }
    }
  };
  const tally = await people(
    { uri: mongod.uri('portal'), seed, againMs: 2_000 },
    async (products) => {
      await pause(5_000);
      if (way === 'stopped') await mongod.kill();
      else mongod.freeze();
      await expectReady(products, 503);
      await pause(awayMs);
      await expectReady(products, 503);
      if (way === 'stopped') await mongod.start();
      else mongod.thaw();
      const back = performance.now();
      await expectReady(products, 200);
      backMs = performance.now() - back;
      await pause(5_000);
    },
  );
  await mongod.stop();
  const all = [...wrong, ...tally.wrong];
  return {
    wrong: all,
    cells: [
      way,
      seconds(awayMs),
      tally.conversations,
      tally.registered,
      tally.notKept,
      tally.busy,
      seconds(tally.longestMs),
      `${(backMs / 1_000).toFixed(1)} s`,
      all.length,
      tally.mailsTwiceUnheard,
      seconds(performance.now() - began),
    ],
  };
};

const readiness = async ({ url }: Child): Promise<number> => (await fetch(`${url}/readyz`)).status;

const noticedMs = 20_000;
