import type { Answer } from '../../src/bot/messages';
import type { Account } from '../../src/domain/account';
import type { Store } from '../../src/services/store';
import { aClock, noon } from '../support/clock';
import { clear, type Ground, openGround } from './ground';
import type { Host, OpenHost } from './host';
import { envelope } from './killPoints';
import { shown } from './registration';
import type { Point } from './writePoints';

/** What the person does, and where; a code is typed as it was read there. */
interface Step {
  readonly at: 'here' | 'there';
  readonly text: string;
}

const code = 'CODE';

/** Begun in one conversation, moved to another, moved back and finished. */
const steps: readonly Step[] = [
  { at: 'here', text: 'commencer' },
  { at: 'here', text: 'Jane Tremblay, 12 rue des Érables app. 4, Laval QC H7A 1A1' },
  { at: 'there', text: 'mon téléphone est 514 555-0123' },
  { at: 'here', text: 'jane@example.org' },
  { at: 'here', text: 'continuer ailleurs' },
  { at: 'there', text: code },
  { at: 'there', text: "j'accepte" },
  { at: 'here', text: 'est-ce encore ici ?' },
  { at: 'there', text: 'continuer ailleurs' },
  { at: 'here', text: code },
  { at: 'here', text: 'GNX130001' },
  { at: 'here', text: 'non' },
  { at: 'here', text: 'je confirme' },
];

export interface Run {
  readonly killed?: string;
  readonly replies: readonly (readonly string[])[];
  readonly passed: readonly string[];
  /** Conversations that had what was given, just after the kill; absent when nothing had been given yet. */
  readonly kept?: number;
  readonly accounts: readonly Account[];
}

export interface Needs {
  readonly ground: Ground;
  readonly open: OpenHost;
  /** What happens to a message that nobody answered: the channel delivers it again, or the person types it again. */
  readonly again: 'redelivered' | 'retyped';
}

export const moveWithKill = async ({ ground, open, again }: Needs, at?: Point): Promise<Run> => {
  await look(ground, clear);
  let now = noon;
  let host: Host = await open({ ground, now, at });
  let death: Pick<Run, 'killed' | 'kept'> = {};
  let tries = 0;

  const survive = async (step: Step, text: string, index: number): Promise<Answer> => {
    for (;;) {
      const id = again === 'retyped' ? `activity-${index}-${tries}` : `activity-${index}`;
      const answer = await host.receive(inPlace(step, envelope(id, { type: 'message', text })));
      if (answer !== 'died') return answer;
      tries += 1;
      const killed = (await host.passed()).at(-1) ?? 'before the first write';
      await host.close();
      const kept = await look(ground, ({ conversations }) => conversations.find({}));
      const having = kept.filter(({ state }) => state.includes('Tremblay')).length;
      // The account has it once it is there.
      const isOver = index === steps.length - 1;
      death = { killed, ...(index < 2 || isOver ? {} : { kept: having }) };
      now = new Date(now.getTime() + 5_000);
      host = await open({ ground, now });
    }
  };

  const replies: (readonly string[])[] = [];
  let typed = '';
  for (const [index, step] of steps.entries()) {
    const text = step.text === code ? typed : step.text;
    const { status, body } = await survive(step, text, index);
    const lines = status === 200 ? shown(body).lines : [`status ${status}`];
    typed = codeIn(lines) ?? typed;
    replies.push(lines.map((line) => line.replaceAll(anyCode, code).replaceAll(anyTime, 'TIME')));
  }
  const passed = await host.passed();
  await host.close();
  const accounts = await look(ground, (store) => store.accounts.find({}));
  return { ...death, replies, passed, accounts };
};

/** Whatever is wrong with a run, in words; what is typed twice may be answered differently. */
export const wrongInMove = (
  run: Run,
  unharmed: Run,
  again: Needs['again'] = 'redelivered',
): readonly string[] => {
  const [account] = run.accounts;
  const compared = again === 'redelivered' ? run.replies : [];
  const differing = compared.findIndex(
    (lines, index) => JSON.stringify(lines) !== JSON.stringify(unharmed.replies[index]),
  );
  return [
    ...(run.kept === 0 ? ['what was given was in no conversation'] : []),
    ...(run.accounts.length === 1 ? [] : [`${run.accounts.length} accounts`]),
    ...(account?.email === 'jane@example.org' &&
    account.phone === '+15145550123' &&
    account.address.street === '12 rue des Érables' &&
    account.consents.length === 1 &&
    account.consents[0]?.channel === 'other' &&
    account.machines.join() === 'GNX130001'
      ? []
      : ['the account is not what was given']),
    ...(differing === -1
      ? []
      : [`"${steps[differing]?.text}" was answered ${run.replies[differing]?.join(' ')}`]),
  ];
};

const inPlace = ({ at }: Step, activity: object): object =>
  at === 'here' ? activity : { ...activity, channelId: 'other', conversation: { id: 'elsewhere' } };

const codeIn = (lines: readonly string[]): string | undefined =>
  lines.join(' ').match(anyCode)?.[0];

const anyCode = /\b[A-Z][A-Z2-9]{4}-[2-9][A-Z2-9]{4}\b/g;

const anyTime = /\d\d h \d\d/g;

const look = async <R>(ground: Ground, task: (store: Store) => Promise<R>): Promise<R> => {
  const store = await openGround(ground, aClock().clock);
  try {
    return await task(store);
  } finally {
    await store.close();
  }
};
