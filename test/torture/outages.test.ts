import fc from 'fast-check';
import type { SendMail } from '../../src/services/sendMail';
import { quiet } from '../support/bot';
import { dawdle, randomFrom } from '../support/dawdling';
import { anAccount } from '../support/makers';
import { aStage } from '../support/stores';
import { drain } from './host';
import { outagesOf, registerThrough, wrongAfter } from './outages';
import { makeProduct } from './product';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

const fiveMinutes = 300_000;

test(`whenever the store goes away for five minutes, the registration is finished afterwards with one mail (SEED=${seed})`, async () => {
  const unharmed = await registerThrough();
  expect(unharmed).toMatchObject({ refused: 0, sent: [expect.any(String)] });
  for (const outage of fc.sample(fc.constantFrom(...outagesOf(unharmed)), { seed, numRuns: 8 })) {
    expect(wrongAfter(outage, await registerThrough(outage), unharmed)).toEqual([]);
  }
}, 60_000);

test(`a provider that is away for five minutes gets every mail once, at most 90 seconds after it is back (SEED=${seed})`, async () => {
  const { store, clock, pass } = await aStage();
  const random = randomFrom(seed);
  const began = clock().getTime();
  const sent = new Map<string, readonly number[]>();
  let tries = 0;
  const send: SendMail = async ({ id }) => {
    await dawdle(random);
    const after = clock().getTime() - began;
    tries += 1;
    if (after < fiveMinutes) {
      return random() < 0.5
        ? { kind: 'later', reason: 'HTTP 503' }
        : { kind: 'ambiguous', reason: 'time-out' };
    }
    sent.set(id, [...(sent.get(id) ?? []), after - fiveMinutes]);
    return { kind: 'accepted' };
  };
  const { deliverMail } = makeProduct({ store, send, clock, random, log: quiet });
  for (let second = 0; second < 400; second += 1) {
    if (second < 50) {
      const _id = `registration-${second}`;
      await store.accounts.add(anAccount({ _id, emailKey: _id, mailDueAt: clock() }));
    }
    await drain(deliverMail);
    pass(1_000);
  }
  const times = [...sent.values()];
  expect(times).toHaveLength(50);
  expect(times.every(({ length }) => length === 1)).toBe(true);
  expect(Math.max(...times.flat())).toBeLessThan(90_000);
  // Back-off: a dozen tries a mail, not one a second.
  expect(tries / 50).toBeLessThan(13);
}, 60_000);
