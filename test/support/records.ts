import { emailKey } from '../../src/domain/recognise/email';
import type { Store } from '../../src/services/store';

/** What is stored about a person, on one line. */
export const aboutAccount = async ({ accounts }: Store, email: string): Promise<string> => {
  const [account] = await accounts.find({ emailKey: emailKey(email) });
  if (account === undefined) return 'no account';
  const { givenName, familyName, address, phone, extension, machines, meterContactWanted } =
    account;
  const { street, unit, city, region, postalCode, country } = address;
  return [
    `${givenName} | ${familyName}`,
    [street, unit, city, region, postalCode, country].map((part) => part ?? '–').join(' | '),
    `${account.email} | ${phone} ${extension ?? '–'}`,
    `${machines.join()} wanted: ${meterContactWanted.join()}`,
    account.consents.map(({ version, locale }) => `consent ${version} ${locale}`).join(),
    `${account.locale} ${account.status}`,
    mailsOf(account.mails),
  ].join(' || ');
};

export const aboutHelp = async ({ helpRequests }: Store, id: string): Promise<string> => {
  const [request] = await helpRequests.find({ _id: id });
  if (request === undefined) return 'no help request';
  const { description, email, draft, locale, mails } = request;
  return [description, email, JSON.stringify(draft ?? null), locale, mailsOf(mails)].join(' || ');
};

const mailsOf = (mails: Readonly<Record<string, { kind: string; to: string; state: string }>>) =>
  Object.values(mails)
    .map(({ kind, to, state }) => `${kind} ${state} ${to}`)
    .join(', ');
