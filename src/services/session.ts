import type { Account } from '../domain/account';
import type { Collection } from './collection';
import type { Limit } from './limit';

/** Whose session it is; `undefined` when it is over: the person signed out, the password was changed since, or there is no such account. */
export type Session = (session: {
  readonly id: string;
  /** The account's id. */
  readonly account: string;
  readonly epoch: number;
}) => Promise<Account | undefined>;

/** Ends this session, in every browser that has a copy of it; the person's other sessions go on. */
export type EndSession = (session: {
  readonly id: string;
  /** When it would be over anyway. */
  readonly until: Date;
}) => Promise<void>;

export interface SessionNeeds {
  readonly accounts: Collection<Account>;
  readonly limits: Collection<Limit>;
}

export const makeSession =
  ({ accounts, limits }: SessionNeeds): Session =>
  async ({ id, account, epoch }) => {
    const [[found], ended] = await Promise.all([
      accounts.find({ _id: account, sessionEpoch: epoch, status: 'active' }),
      limits.count({ _id: endedKey(id) }),
    ]);
    return ended === 0 ? found : undefined;
  };

/** Kept with the limits, as a use of the session that leaves nothing: what is over drops out there by itself. */
export const makeEndSession =
  ({ limits }: Pick<SessionNeeds, 'limits'>): EndSession =>
  async ({ id, until }) => {
    await limits.add({ _id: endedKey(id), used: 1, causes: {}, expiresAt: until });
  };

const endedKey = (id: string) => `endedSession:${id}`;
