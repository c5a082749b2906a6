import type { Account } from '../../src/domain/account';
import { activationToken, temporaryPassword } from '../../src/domain/secrets';
import { makeActivation } from '../../src/services/activation';
import { makeActiveAccount } from '../../src/services/activeAccount';
import { makeForgot } from '../../src/services/forgot';
import type { Hashing } from '../../src/services/hashing';
import { makeGiveBack } from '../../src/services/limit';
import { makePasswords } from '../../src/services/passwords';
import { makeResend } from '../../src/services/resend';
import { makeEndSession, makeSession } from '../../src/services/session';
import { makeSignIn } from '../../src/services/signIn';
import { anAccount } from './makers';
import { aStage } from './stores';

export const hour = 3_600_000;

const key = 'a key of at least thirty-two letters';

/** "hash of x" opens with x; every call is counted. */
const countedHashing = () => {
  const calls = { hash: 0, verify: 0 };
  const hashing: Hashing = {
    hash: async (password) => {
      calls.hash += 1;
      return `hash of ${password}`;
    },
    verify: async (hash, password) => {
      calls.verify += 1;
      return hash === `hash of ${password}`;
    },
    decoy: 'hash of nothing',
  };
  return { calls, hashing };
};

/** The services of an account over one store in memory, with Jane's account as the registration leaves it. */
export const accountServices = async (given: Partial<Account> = {}) => {
  const stage = await aStage();
  const { store, clock, allow } = stage;
  const { accounts, machines } = store;
  const { calls, hashing } = countedHashing();
  const activated: string[] = [];
  let ids = 0;
  const needs = {
    accounts,
    machines,
    clock,
    allow,
    giveBack: makeGiveBack(store),
    hashing,
    secretKeys: [key],
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    onActivated: ({ _id }: Account) => {
      activated.push(_id);
    },
  };
  const account = async (id = 'registration-1'): Promise<Account> => {
    const [found] = await accounts.find({ _id: id });
    if (found === undefined) throw new Error(`no account ${id}`);
    return found;
  };
  await accounts.add(anAccount(given));
  return {
    ...stage,
    ...needs,
    calls,
    activated,
    account,
    activation: makeActivation(needs),
    signIn: makeSignIn(needs),
    passwords: makePasswords(needs),
    forgot: makeForgot(needs),
    session: makeSession(store),
    endSession: makeEndSession(store),
    activeAccount: makeActiveAccount(store),
    ...makeResend(needs),
  };
};

export type AccountServices = Awaited<ReturnType<typeof accountServices>>;

export const linkOf = (generation: number, account = 'registration-1'): string =>
  activationToken({ account, generation }, key);

export const temporaryOf = (generation: number, account = 'registration-1'): string =>
  temporaryPassword({ account, generation }, key);
