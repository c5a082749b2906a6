import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../domain/account';
import { type NewAccount, newAccount } from '../domain/newAccount';
import { dueAfterAdding, owe } from '../domain/owe';
import { emailKey } from '../domain/recognise/email';
import type { ToldIn } from '../domain/toldIn';
import type { Clock } from './clock';
import type { Collection } from './collection';
import type { Allow } from './limit';

export interface Registered {
  /**
   * `known` when the address has an account already. Its registrant sees the same as after `registered`: nothing tells a stranger who has an account.
   * `active` when this very registration's account is activated, and what the request says differently was not taken; no mail was sent.
   */
  readonly kind: 'registered' | 'known' | 'active';
  readonly account: string;
  /** Key of the mail whose state is told to the person. */
  readonly mail: string;
}

/** May be called again with the same id (redelivery, crash): it has one effect and the same answer. */
export type Register = (request: NewAccount) => Promise<Registered>;

export interface RegisterNeeds {
  readonly accounts: Collection<Account>;
  readonly allow: Allow;
  readonly clock: Clock;
}

export const makeRegister = ({ accounts, allow, clock }: RegisterNeeds): Register => {
  const tellOwner = makeTellOwner({ accounts, allow, clock });
  const correct = makeCorrect({ accounts, clock });
  const outdate = ({ _id, generation }: Account) =>
    accounts.change({ _id, generation, status: 'invited' }, { $inc: { generation: 1 } });
  return async (request) => {
    const { id, facts } = request;
    const registered: Registered = { kind: 'registered', account: id, mail: 'activation-1' };
    for (;;) {
      if ((await accounts.add(newAccount(request, clock()))) === 'added') return registered;
      const [mine] = await accounts.find({ _id: id });
      // Before anything else: the answer must not depend on whose the other address is.
      if (mine?.status === 'active') return whenActive(mine, request);
      const [owner] = await accounts.find({ emailKey: emailKey(facts.email) });
      if (owner !== undefined && owner._id !== id) {
        // The link to the address of before dies here as well, or trying it would tell who has an account.
        if (mine !== undefined && (await outdate(mine)) === undefined) continue;
        return tellOwner(owner, id, request.toldIn);
      }
      // Nobody: it was removed in between, and the address is free again.
      if (mine === undefined) continue;
      const mail = await correct(mine, request);
      if (mail !== undefined) return { ...registered, mail };
    }
  };
};

/** What people have of an active account is changed by them when they are signed in, not by who registered it. */
const whenActive = (mine: Account, request: NewAccount): Registered => ({
  kind: isDeepStrictEqual(said(mine), said(newAccount(request, mine.createdAt)))
    ? 'registered'
    : 'active',
  account: mine._id,
  mail: `activation-${mine.generation}`,
});

/**
 * The same registration again. As a rule nothing differs; it does when the process died after the insert and the person
 * corrected an answer before confirming again: what was confirmed last counts, and a mail goes to the address that counts.
 * Resolves to the key of the activation mail, `undefined` when the account changed meanwhile.
 */
const makeCorrect =
  ({ accounts, clock }: Pick<RegisterNeeds, 'accounts' | 'clock'>) =>
  async (mine: Account, request: NewAccount): Promise<string | undefined> => {
    const { _id, generation, status } = mine;
    const sent = `activation-${generation}`;
    const again = newAccount(request, mine.createdAt);
    const isOwed = mine.mails[sent] !== undefined;
    if (isOwed && isDeepStrictEqual(said(mine), said(again))) return sent;
    const unchanged = { _id, status, generation } as const;
    if (isOwed && mine.emailKey === again.emailKey) {
      return (await accounts.change(unchanged, corrections(again))) && sent;
    }
    const now = clock();
    const mail = `activation-${generation + 1}`;
    const { $set, ...rest } = corrections(again);
    const changed = await accounts.change(unchanged, {
      ...rest,
      $set: {
        ...$set,
        generation: generation + 1,
        [`mails.${mail}`]: owe(
          {
            kind: 'activation',
            to: again.email,
            locale: again.locale,
            toldIn: request.toldIn,
          },
          now,
        ),
        mailDueAt: dueAfterAdding(mine.mailDueAt, now),
      },
    });
    return changed && mail;
  };

const corrections = (again: Account) => ({
  $set: said(again),
  ...(again.extension === undefined ? { $unset: { extension: true } as const } : {}),
});

/** What the person gave. */
const said = ({
  email,
  emailKey,
  givenName,
  familyName,
  address,
  phone,
  extension,
  ...rest
}: Account) => ({
  email,
  emailKey,
  givenName,
  familyName,
  address,
  phone,
  ...(extension === undefined ? {} : { extension }),
  machines: rest.machines,
  meterContactWanted: rest.meterContactWanted,
});

/** Of an address's first day one is the activation mail: whoever counts them must not see which it was. */
const mailsADay = 3;
const day = 86_400_000;

/** The owner of an address gets a mail when it is registered again; not more than three a day, whoever amuses himself. */
export const makeTellOwner = ({ accounts, allow, clock }: RegisterNeeds) => {
  return async (owner: Account, registration: string, toldIn?: ToldIn): Promise<Registered> => {
    const mail = `notice-${registration}`;
    const known = { kind: 'known', account: owner._id } as const;
    const allowed = await allow({
      key: `notice:${owner._id}`,
      cause: registration,
      most: clock().getTime() - owner.createdAt.getTime() < day ? mailsADay - 1 : mailsADay,
      withinMs: day,
    });
    if (allowed !== 'allowed') return { ...known, mail: latestNotice(owner) ?? mail };
    for (let account = owner; account.mails[mail] === undefined; ) {
      const now = clock();
      const { mailDueAt } = account;
      await accounts.change(
        {
          _id: account._id,
          mailDueAt: mailDueAt ?? { $exists: false },
          [`mails.${mail}`]: { $exists: false },
        },
        {
          $set: {
            [`mails.${mail}`]: owe(
              { kind: 'alreadyRegistered', to: account.email, locale: account.locale, toldIn },
              now,
            ),
            mailDueAt: dueAfterAdding(mailDueAt, now),
          },
        },
      );
      const [fresh] = await accounts.find({ _id: account._id });
      if (fresh === undefined) break;
      account = fresh;
    }
    return { ...known, mail };
  };
};

/** What a person is told about "the mail" after too many registrations is the state of the last one that was sent. */
const latestNotice = ({ mails }: Account): string | undefined =>
  Object.entries(mails)
    .filter(([, { kind }]) => kind === 'alreadyRegistered')
    .sort(([, a], [, b]) => b.createdAt.getTime() - a.createdAt.getTime())
    .at(0)?.[0];
