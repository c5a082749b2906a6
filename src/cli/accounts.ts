import type { Account, Address } from '../domain/account';
import { emailKey } from '../domain/recognise/email';
import { sendSecrets } from '../services/sendSecrets';
import { shownMails } from './mails';
import { sheet, table } from './table';
import { printJson, type Terminal } from './terminal';
import { withStore } from './withStore';

interface Options {
  readonly json?: boolean;
}

export const listAccounts = (terminal: Terminal, { json = false }: Options): Promise<number> =>
  withStore(terminal, async ({ accounts }) => {
    const { empty, labels } = terminal.texts.commands.accounts;
    const found = (await accounts.find({}, { sort: { createdAt: 1 } })).map(shownAccount);
    if (json) for (const account of found) printJson(terminal, account);
    else if (found.length === 0) terminal.err(`${empty}\n`);
    else {
      terminal.out(
        table(
          [labels.email, labels.name, labels.status, labels.locale, labels.machines],
          found.map(({ email, givenName, familyName, status, locale, machines }) => [
            email,
            `${givenName} ${familyName}`,
            status,
            locale,
            machines.join(', '),
          ]),
        ),
      );
    }
    return 0;
  });

export const showAccount = (
  terminal: Terminal,
  email: string,
  { json = false }: Options,
): Promise<number> =>
  withStore(terminal, async ({ accounts }) => {
    const [account] = await accounts.find({ emailKey: emailKey(email.trim()) });
    if (account === undefined) {
      terminal.err(`${terminal.texts.commands.accounts.none(email)}\n`);
      return 1;
    }
    if (json) printJson(terminal, shownAccount(account));
    else terminal.out(accountSheet(terminal, account));
    return 0;
  });

/** Without the limits that strangers have: staff have been asked by the person. */
export const resendTo = (
  terminal: Terminal,
  email: string,
  { json = false }: Options,
): Promise<number> =>
  withStore(terminal, async ({ accounts }) => {
    const { none, resent, alreadyActive } = terminal.texts.commands.accounts;
    // The store is this process's alone: nothing changes between the two calls.
    const [account] = await accounts.find({ emailKey: emailKey(email.trim()) });
    if (account === undefined || account.status === 'active') {
      terminal.err(`${(account === undefined ? none : alreadyActive)(email)}\n`);
      return 1;
    }
    const sent = await sendSecrets({ accounts, clock: () => new Date() }, account);
    const id = `${account._id}.${sent}`;
    if (json) printJson(terminal, { id, kind: 'activation', state: 'queued' });
    else terminal.out(`${resent(account.email, id)}\n`);
    return 0;
  });

/** The outside contract's shape (design §10); nothing else of an account leaves the store this way. */
const shownAccount = (account: Account) => ({
  email: account.email,
  givenName: account.givenName,
  familyName: account.familyName,
  address: account.address,
  phone: account.phone,
  ...(account.extension === undefined ? {} : { extension: account.extension }),
  locale: account.locale,
  status: account.status,
  origin: account.origin,
  machines: account.machines,
  meterContact: account.meterContact,
  meterContactWanted: account.meterContactWanted,
  consents: account.consents.map(({ version, hash, locale, shownAt, acceptedAt, channel }) => ({
    version,
    hash,
    locale,
    shownAt,
    acceptedAt,
    channel,
  })),
  mails: shownMails(account).map(({ id, kind, state }) => ({ id, kind, state })),
});

const accountSheet = ({ texts }: Terminal, account: Account): string => {
  const { labels } = texts.commands.accounts;
  const { phone, extension, consents } = account;
  return sheet([
    [labels.email, account.email],
    [labels.name, `${account.givenName} ${account.familyName}`],
    [labels.address, addressLine(account.address)],
    [labels.phone, extension === undefined ? phone : `${phone} #${extension}`],
    [labels.locale, account.locale],
    [labels.status, account.status],
    [labels.origin, account.origin],
    [labels.machines, account.machines.join(', ')],
    [labels.meterContact, account.meterContact.join(', ')],
    [labels.meterContactWanted, account.meterContactWanted.join(', ')],
    [
      labels.consents,
      consents
        .map(
          ({ version, locale, acceptedAt }) => `${version} (${locale}) ${acceptedAt.toISOString()}`,
        )
        .join('\n'),
    ],
    [
      labels.mails,
      shownMails(account)
        .map(
          ({ id, state, reason }) =>
            `${id}  ${reason === undefined ? state : `${state} (${reason})`}`,
        )
        .join('\n'),
    ],
    [labels.createdAt, account.createdAt.toISOString()],
  ]);
};

const addressLine = ({ street, unit, city, region, postalCode, country }: Address): string =>
  [street, unit === undefined ? undefined : `#${unit}`, city, region, postalCode, country]
    .filter((part) => part !== undefined)
    .join(', ');
