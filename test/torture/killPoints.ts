import type { Activity } from 'botbuilder';
import type { Button } from '../../cards/buttons';
import type { Account } from '../../src/domain/account';
import { mailLeaseMs } from '../../src/domain/owe';
import type { Store } from '../../src/services/store';
import { aClock, noon } from '../support/clock';
import { aDraft } from '../support/makers';
import { clear, type Ground, openGround } from './ground';
import type { Host, OpenHost } from './host';
import type { Provider } from './provider';
import { registration, shown } from './registration';
import type { Point } from './writePoints';

/** One registration and its mail, with a process killed on the way or with none. */
export interface Run {
  /** What the process was killed at; `undefined` when it got through. */
  readonly killed?: string;
  /** What each activity was answered. */
  readonly replies: readonly (readonly string[])[];
  /** The writes of a run that nobody disturbed. */
  readonly passed: readonly string[];
  /** Just after the kill. */
  readonly left?: readonly Account[];
  /** The mail was with the provider when the process died, and the store did not know: it may come twice. */
  readonly inWindow: boolean;
  readonly accounts: readonly Account[];
  /** Bodies the provider accepted, by the mail's id. */
  readonly accepted: ReadonlyMap<string, readonly string[]>;
}

interface Needs {
  readonly ground: Ground;
  readonly open: OpenHost;
  readonly provider: Provider;
}

/** The channel: it sends one activity after the other, and the same again when nobody answers. Then the mail goes out. */
export const runWithKill = async (needs: Needs, at?: Point): Promise<Run> => {
  const { ground, open, provider } = needs;
  await look(ground, clear);
  provider.reset();
  let now = noon;
  let host: Host = await open({ ground, now, at });
  let death: Pick<Run, 'killed' | 'left' | 'inWindow'> = { inWindow: false };

  const survive = async <R>(act: () => Promise<R | 'died'>): Promise<R> => {
    for (;;) {
      const result = await act();
      if (result !== 'died') return result;
      const killed = (await host.passed()).at(-1) ?? 'before the first write';
      await host.close();
      await provider.quiet();
      const left = await look(ground, ({ accounts }) => accounts.find({}));
      death = { killed, left, inWindow: isInWindow(left, provider) };
      // What the dead one kept is free again after its lease.
      now = new Date(now.getTime() + mailLeaseMs + 1_000);
      host = await open({ ground, now });
    }
  };

  const replies: (readonly string[])[] = [];
  let offered: readonly Button[] = [];
  for (const [index, step] of registration.entries()) {
    const activity = envelope(`activity-${index}`, step(offered));
    const { status, body } = await survive(() => host.receive(activity));
    const reply = shown(body);
    replies.push(status === 200 ? reply.lines : [`status ${status}`]);
    offered = [...offered, ...reply.offered];
  }
  for (const passMs of [0, triedAgainMs, triedAgainMs]) await survive(() => host.deliver(passMs));
  const passed = await host.passed();
  await host.close();
  const accounts = await look(ground, ({ accounts }) => accounts.find({}));
  return { ...death, replies, passed, accounts, accepted: new Map(provider.accepted) };
};

/** Longer than the first back-off. */
const triedAgainMs = 70_000;

export const envelope = (id: string, news: Partial<Activity>) => ({
  id,
  channelId: 'test',
  conversation: { id: 'talk' },
  from: { id: 'person' },
  recipient: { id: 'bot' },
  deliveryMode: 'expectReplies',
  ...news,
});

const look = async <R>(ground: Ground, task: (store: Store) => Promise<R>): Promise<R> => {
  const store = await openGround(ground, aClock().clock);
  try {
    return await task(store);
  } finally {
    await store.close();
  }
};

const isInWindow = (left: readonly Account[], { accepted }: Provider): boolean =>
  left.some(
    ({ _id, mails }) =>
      accepted.has(`${_id}.activation-1`) && mails['activation-1']?.state === 'queued',
  );

/** Whatever is wrong with a run, in words; an unharmed one says what the replies should be. */
export const wrongIn = (run: Run, unharmed: Run): readonly string[] => {
  const { left = [], accounts, accepted, inWindow, replies } = run;
  const [account] = accounts;
  const mails = [...accepted.values()];
  const copies = mails.flat();
  return [
    ...(left.length > 1 ? [`${left.length} accounts after the kill`] : []),
    ...left.filter(owesNothing).map(() => 'an account without its mail after the kill'),
    ...(accounts.length === 1 ? [] : [`${accounts.length} accounts at the end`]),
    ...(account !== undefined && isAsGiven(account) ? [] : ['the account is not what was given']),
    ...(JSON.stringify(replies) === JSON.stringify(unharmed.replies) ? [] : ['other replies']),
    ...(mails.length === 1 ? [] : [`${mails.length} different mails`]),
    ...(copies.length === 1 || (copies.length === 2 && inWindow)
      ? []
      : [`the mail was accepted ${copies.length} times`]),
    ...(new Set(copies).size === 1 ? [] : ['a mail that was sent again was another one']),
  ];
};

const owesNothing = ({ mails }: Account): boolean => Object.keys(mails).join() !== 'activation-1';

export const isAsGiven = (account: Account): boolean => {
  const facts = aDraft();
  const { mails, address } = account;
  const told = {
    ...address,
    givenName: account.givenName,
    familyName: account.familyName,
    email: account.email,
    phone: account.phone,
    serial: account.machines.join(),
    meterContact: account.meterContactWanted.length > 0,
  };
  const sorted = (value: object) => JSON.stringify(Object.entries(value).sort());
  return (
    sorted(told) === sorted(facts) &&
    account.consents.length === 1 &&
    Object.keys(mails).join() === 'activation-1' &&
    mails['activation-1']?.state === 'accepted' &&
    account.mailDueAt === undefined
  );
};
