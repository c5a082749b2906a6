import fc from 'fast-check';
import { type Button, buttons } from '../../cards/buttons';
import type { Draft, TextFact } from '../../src/domain/facts';
import type { Registration } from '../../src/domain/registration';
import type { Store } from '../../src/services/store';
import { fr } from '../../src/text/fr';
import { dawdle, randomFrom } from '../support/dawdling';
import { incoming } from './host';
import type { Product } from './product';

/** Two processes or more, and the database they share. */
export interface Table {
  readonly processes: readonly Pick<Product, 'receive'>[];
  readonly store: Store;
}

/** One thing a person sends: a message with one fact, or a card with some. */
interface Utterance {
  readonly by: 'message' | 'card';
  readonly facts: readonly TextFact[];
}

/** What is sent in one breath, in which order it comes, and what of it the channel delivers twice. */
export interface Play {
  readonly utterances: readonly Utterance[];
  /** Indexes of utterances, each at least once. */
  readonly deliveries: readonly number[];
  /** Afterwards the registration is brought to its end, where confirming is pressed twice at once. */
  readonly finished: boolean;
  readonly seed: number;
}

interface Saying {
  readonly typed: string;
  readonly input: string;
  readonly means: Draft;
}

const sayings: Readonly<Partial<Record<TextFact, Saying>>> = {
  givenName: { typed: 'mon prénom est Jane', input: 'Jane', means: { givenName: 'Jane' } },
  familyName: {
    typed: 'mon nom de famille est Tremblay',
    input: ' Tremblay',
    means: { familyName: 'Tremblay' },
  },
  phone: {
    typed: 'mon téléphone est le 514 555-0123',
    input: '(514) 555-0123',
    means: { phone: '+15145550123' },
  },
  postalCode: {
    typed: 'mon code postal est H7A 1A1',
    input: 'h7a1a1',
    // What follows from a postal code is known with it.
    means: { postalCode: 'H7A 1A1', region: 'QC', country: 'CA' },
  },
  city: { typed: 'ma ville est Laval', input: 'Laval', means: { city: 'Laval' } },
  serial: {
    typed: 'mon numéro de série est GNX130001',
    input: 'S/N GNX-130001',
    means: { serial: 'GNX130001' },
  },
  street: {
    typed: 'ma rue est 12 rue des Érables',
    input: '12 rue des Érables',
    means: { street: '12 rue des Érables' },
  },
};

/** Everybody has an address of their own. */
const sayingOf = (fact: TextFact, name: string): Saying =>
  sayings[fact] ?? {
    typed: `mon courriel est ${name}@example.org`,
    input: `${name}@Example.ORG`,
    means: { email: `${name}@example.org` },
  };

const told: readonly TextFact[] = [
  'givenName',
  'familyName',
  'email',
  'phone',
  'postalCode',
  'city',
  'serial',
  'street',
];

const utterances: fc.Arbitrary<readonly Utterance[]> = fc
  .tuple(
    fc.shuffledSubarray([...told], { minLength: 2 }),
    fc.array(fc.record({ card: fc.boolean(), size: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 8,
      maxLength: 8,
    }),
  )
  .map(([facts, cuts]) => cut(facts, cuts))
  .filter(({ length }) => length > 1);

const cut = (
  facts: readonly TextFact[],
  [first, ...rest]: readonly { readonly card: boolean; readonly size: number }[],
): readonly Utterance[] => {
  if (first === undefined || facts.length === 0) return [];
  const size = first.card ? first.size : 1;
  const utterance: Utterance = {
    by: first.card ? 'card' : 'message',
    facts: facts.slice(0, size),
  };
  return [utterance, ...cut(facts.slice(size), rest)];
};

export const plays: fc.Arbitrary<Play> = utterances.chain((said) => {
  const all = said.map((_, index) => index);
  return fc.record({
    utterances: fc.constant(said),
    deliveries: fc
      .subarray(all, { maxLength: Math.min(3, all.length) })
      .chain((again) =>
        fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
      ),
    finished: fc.integer({ min: 1, max: 8 }).map((drawn) => drawn === 1),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  });
});

const expectedOf = ({ utterances: said }: Play, name: string): Draft =>
  Object.assign(
    {},
    ...said.flatMap(({ facts }) => facts).map((fact) => sayingOf(fact, name).means),
  );

/** Plays it in a conversation of this name; what went wrong, in words. */
export const wrongInPlay = async (
  { processes, store }: Table,
  play: Play,
  name: string,
): Promise<readonly string[]> => {
  const random = randomFrom(play.seed);
  const send = makeSend(processes, random, name);
  const begun = await send({ id: 'begin', text: 'commencer' });
  const card = begun.offered.findLast(({ positive }) => positive);
  const replies = await burst(
    play.deliveries.map((index) => activityOf(play.utterances[index], { card, name, index })),
    send,
    random,
  );
  const { memory, handled } = await left(store, name);
  const { draft = {} }: { draft?: Draft } = memory.registration ?? {};
  const wrong = [
    ...differences(draft, expectedOf(play, name)),
    ...(memory.heard === play.utterances.length + 1
      ? []
      : [`${memory.heard} were heard of ${play.utterances.length + 1}`]),
    ...(new Set(handled).size === handled.length ? [] : ['one was handled twice']),
    ...differing(replies),
  ];
  if (!play.finished || wrong.length > 0) return wrong;
  return finish({ send, store, random, name, play });
};

interface Sent {
  readonly id: string;
  readonly json: string;
  readonly offered: readonly Button[];
}

interface Sending {
  readonly id: string;
  readonly text?: string;
  readonly value?: object;
}

type Send = (activity: Sending) => Promise<Sent>;

/** To any of the processes. One that is busy is asked again, as channels do, and so is one that says that nothing could be kept. */
const makeSend =
  (processes: Table['processes'], random: () => number, name: string): Send =>
  async (activity) => {
    for (;;) {
      const any = processes[Math.floor(random() * processes.length)] ?? processes[0];
      if (any === undefined) throw new Error('no process');
      const { status, body } = await any.receive(
        incoming({
          type: 'message',
          channelId: 'test',
          conversation: { id: name },
          from: { id: 'person' },
          recipient: { id: 'bot' },
          deliveryMode: 'expectReplies',
          ...activity,
        }),
      );
      if (status === 503) continue;
      if (status !== 200) throw new Error(`status ${status}`);
      const {
        activities = [],
      }: { activities?: readonly { text?: string; attachments?: unknown }[] } = Object(body);
      if (activities.some(({ text }) => text === fr.conversation.notKept)) continue;
      return {
        id: activity.id,
        json: JSON.stringify(activities),
        offered: activities.flatMap(({ attachments }) => buttons(attachments)),
      };
    }
  };

const burst = (
  activities: readonly Sending[],
  send: Send,
  random: () => number,
): Promise<readonly Sent[]> =>
  Promise.all(
    activities.map(async (activity) => {
      await dawdle(random);
      return send(activity);
    }),
  );

interface Circumstances {
  readonly card: Button | undefined;
  readonly name: string;
  readonly index: number;
}

const activityOf = (
  utterance: Utterance | undefined,
  { card, name, index }: Circumstances,
): Sending => {
  const { by = 'message', facts = [] } = utterance ?? {};
  const id = `activity-${index}`;
  if (by === 'message') {
    return { id, text: facts.map((fact) => sayingOf(fact, name).typed).join() };
  }
  const inputs = facts.map((fact) => [fact, sayingOf(fact, name).input] as const);
  return { id, value: { ...card?.data, ...Object.fromEntries(inputs) } };
};

const left = async ({ conversations }: Store, name: string) => {
  const [found] = await conversations.find({ _id: `test|${name}` });
  const { memory }: { memory: { heard: number; registration?: Registration } } = JSON.parse(
    found?.state ?? '{"memory":{"heard":0}}',
  );
  return { memory, handled: found?.handled ?? [] };
};

const differences = (draft: Draft, expected: Draft): readonly string[] => {
  const is: Readonly<Record<string, unknown>> = { ...draft };
  const ought: Readonly<Record<string, unknown>> = { ...expected };
  const facts = [...new Set([...Object.keys(is), ...Object.keys(ought)])];
  return facts
    .filter((fact) => is[fact] !== ought[fact])
    .map((fact) => (is[fact] === undefined ? `${fact} is lost` : `${fact} is ${is[fact]}`));
};

/** The same activity is answered the same; of older ones the answer may be gone. */
const differing = (replies: readonly Sent[]): readonly string[] =>
  [...new Set(replies.map(({ id }) => id))]
    .filter((one) => {
      const answers = replies.filter(({ id }) => id === one).map(({ json }) => json);
      return new Set(answers.filter(isThere)).size > 1;
    })
    .map((id) => `${id} was answered in two ways`);

const isThere = (json: string): boolean => json !== '[]';

interface Ending {
  readonly send: Send;
  readonly store: Store;
  readonly random: () => number;
  readonly name: string;
  readonly play: Play;
}

/** Whatever is still asked is answered by its card, until everything can be confirmed. */
const finish = async ({ send, store, random, name }: Ending): Promise<readonly string[]> => {
  const inputs = Object.fromEntries(told.map((fact) => [fact, sayingOf(fact, name).input]));
  let next = await send({ id: 'again', text: 'répétez' });
  for (let round = 0; round < 6; round += 1) {
    const button = next.offered.findLast(({ positive }) => positive);
    if (button === undefined) return [`nothing to press after ${next.json.slice(0, 300)}`];
    const { card, action } = button.data;
    if (card === 'review') {
      const confirm = (id: string) => ({ id, value: button.data });
      await burst(['sure', 'sure', 'surer', 'surest'].map(confirm), send, random);
      return registeredOnce(store, name);
    }
    const pressed =
      card === 'terms' ? { termsAccepted: 'true' } : { ...inputs, meterContact: false };
    next = await send({ id: `${card}-${action}`, value: { ...button.data, ...pressed } });
  }
  return ['no end'];
};

const registeredOnce = async ({ accounts }: Store, name: string): Promise<readonly string[]> => {
  const found = await accounts.find({ email: `${name}@example.org` });
  const mails = found.flatMap((account) => Object.keys(account.mails));
  return found.length === 1 && mails.join() === 'activation-1'
    ? []
    : [`${found.length} accounts with ${mails.join(' and ') || 'no mail'}`];
};
