import fc from 'fast-check';
import type { Draft } from '../../src/domain/facts';
import type { Registration } from '../../src/domain/registration';
import { aBotStage, type Say } from '../support/bot';
import { dawdle, randomFrom } from '../support/dawdling';
import { unleasedTurn } from '../support/unleasedTurn';

/** What people send in one breath, and what each message says. */
const messages: readonly (readonly [string, Draft])[] = [
  ['mon prénom est Jane', { givenName: 'Jane' }],
  ['mon nom de famille est Tremblay', { familyName: 'Tremblay' }],
  ['mon courriel est jane@example.org', { email: 'jane@example.org' }],
  ['mon téléphone est le 514 555-0123', { phone: '+15145550123' }],
  ['mon code postal est H7A 1A1', { postalCode: 'H7A 1A1' }],
  ['ma ville est Laval', { city: 'Laval' }],
  ['mon numéro de série est GNX130001', { serial: 'GNX130001' }],
  ['ma rue est 12 rue des Érables', { street: '12 rue des Érables' }],
];

interface Play {
  /** Which messages, in the order they are sent. */
  readonly order: readonly number[];
  /** Which of them the channel delivers a second time. */
  readonly again: readonly number[];
  readonly seed: number;
}

const plays: fc.Arbitrary<Play> = fc.record({
  order: fc.shuffledSubarray(
    messages.map((_, index) => index),
    { minLength: 2 },
  ),
  again: fc.subarray(
    messages.map((_, index) => index),
    { maxLength: 3 },
  ),
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
});

/** The facts that were sent, and what follows from a postal code. */
const expected = ({ order }: Play): Draft => ({
  ...Object.assign({}, ...order.map((index) => messages[index]?.[1])),
  ...(order.includes(4) ? { region: 'QC', country: 'CA' } : {}),
});

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

test(`each message has its one effect and a redelivered one the same replies (SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(plays, async (play) => {
      const stage = await aBotStage();
      const process = stage.process();
      // Of the last five activities the replies are kept.
      const order = play.order.slice(0, 4);
      const first = await sendAll([process], { ...play, order, again: [] }, randomFrom(play.seed));
      const state = await stage.stateOf('test|talk');
      const second = await sendAll(
        [stage.process()],
        { ...play, order, again: [] },
        randomFrom(play.seed),
      );
      expect(second).toEqual(first);
      expect(await stage.stateOf('test|talk')).toBe(state);
      await stage.store.close();
    }),
    { seed, numRuns: 20 },
  );
}, 60_000);

test(`the same interleavings lose answers when the SDK's BotState keeps them (SEED=${seed})`, async () => {
  let losses = 0;
  for (const play of fc.sample(plays, { seed, numRuns: 40 })) {
    const stage = await aBotStage();
    const random = randomFrom(play.seed);
    const { turn, state } = unleasedTurn(random);
    await sendAll([stage.process({ turn }), stage.process({ turn })], play, random);
    const draft: Readonly<Record<string, unknown>> = draftIn(await state());
    if (Object.keys(expected(play)).some((fact) => draft[fact] === undefined)) losses += 1;
    await stage.store.close();
  }
  expect(losses).toBeGreaterThan(20);
}, 60_000);

/** Begins a registration, then sends everything at once, each to any of the processes; the replies by activity. */
const sendAll = async (
  processes: readonly { readonly say: Say }[],
  { order, again }: Play,
  random: () => number,
): Promise<ReadonlyMap<string, unknown>> => {
  const any = () => processes[Math.floor(random() * processes.length)] ?? processes[0];
  await any()?.say({ text: 'commencer', id: 'begin' });
  const replies = new Map<string, unknown>();
  const deliveries = [...order, ...again.filter((index) => order.includes(index))];
  await Promise.all(
    deliveries.map(async (index) => {
      await dawdle(random);
      const id = `message-${index}`;
      replies.set(id, await any()?.say({ text: messages[index]?.[0] ?? '', id }));
    }),
  );
  return replies;
};

const draftIn = (state: string): Draft => {
  const { memory }: { memory?: { registration?: Registration } } = JSON.parse(state || '{}');
  return memory?.registration?.draft ?? {};
};
