import { type MailState, mailStates, type OwesMail } from '../domain/mail';
import { findMail } from '../services/findMail';
import { type Abandoned, makeSteerMail, type Retried, type SteerMail } from '../services/steerMail';
import type { Store } from '../services/store';
import { sheet, table } from './table';
import { printJson, type Terminal } from './terminal';
import { withStore } from './withStore';

interface Options {
  readonly state?: string;
  readonly json?: boolean;
}

export const listMails = async (
  terminal: Terminal,
  { state, json = false }: Options,
): Promise<number> => {
  const { empty, unknownState, labels } = terminal.texts.commands.mails;
  if (state !== undefined && !isMailState(state)) {
    terminal.err(`${unknownState(mailStates.join(', '))}\n`);
    return 1;
  }
  return withStore(terminal, async ({ accounts, helpRequests }) => {
    const owing = [...(await accounts.find({})), ...(await helpRequests.find({}))];
    const mails = owing
      .flatMap(shownMails)
      .filter((mail) => state === undefined || mail.state === state)
      .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
    if (json) for (const mail of mails) printJson(terminal, mail);
    else if (mails.length === 0) terminal.err(`${empty}\n`);
    else {
      terminal.out(
        table(
          [labels.id, labels.kind, labels.to, labels.state, labels.attempts, labels.createdAt],
          mails.map(({ id, kind, to, attempts, createdAt, ...mail }) => [
            id,
            kind,
            to,
            mail.reason === undefined ? mail.state : `${mail.state} (${mail.reason})`,
            String(attempts),
            createdAt.toISOString(),
          ]),
        ),
      );
    }
    return 0;
  });
};

/** What is known about a mail. Its words are not kept anywhere, and its secrets are nobody's but the reader's. */
export const showMail = (
  terminal: Terminal,
  id: string,
  { json = false }: Options,
): Promise<number> =>
  withStore(terminal, async (store) => {
    const shown = await shownMail(store, id);
    if (shown === undefined) return missing(terminal, id);
    if (json) printJson(terminal, shown);
    else terminal.out(mailSheet(terminal, shown));
    return 0;
  });

export const retryMail = (terminal: Terminal, id: string, options: Options): Promise<number> =>
  steered(terminal, id, options, (steer) => steer.retry(id.trim()));

export const abandonMail = (terminal: Terminal, id: string, options: Options): Promise<number> =>
  steered(terminal, id, options, (steer) => steer.abandon(id.trim()));

const steered = (
  terminal: Terminal,
  id: string,
  { json = false }: Options,
  order: (steer: SteerMail) => Promise<Retried | Abandoned>,
): Promise<number> =>
  withStore(terminal, async (store) => {
    const { accounts, helpRequests } = store;
    const collections = [accounts, helpRequests];
    const result = await order(makeSteerMail({ collections, clock: () => new Date() }));
    if (result === 'unknown') return missing(terminal, id);
    const sentence = terminal.texts.commands.mails[result](id);
    if (result === 'sent' || result === 'stale') {
      terminal.err(`${sentence}\n`);
      return 1;
    }
    if (json) printJson(terminal, await shownMail(store, id));
    else terminal.out(`${sentence}\n`);
    return 0;
  });

const missing = ({ err, texts }: Terminal, id: string): number => {
  err(`${texts.commands.mails.none(id)}\n`);
  return 1;
};

type ShownMail = NonNullable<Awaited<ReturnType<typeof shownMail>>>;

const shownMail = async ({ accounts, helpRequests }: Store, id: string) => {
  const found = await findMail([accounts, helpRequests], id.trim());
  if (found === undefined) return undefined;
  const { document, key, mail } = found;
  const shown = shownMails({ ...document, mails: { [key]: mail } })[0];
  return shown && { ...shown, ...(mail.notBefore && { notBefore: mail.notBefore }) };
};

const mailSheet = ({ texts }: Terminal, mail: ShownMail): string => {
  const { labels, contentKept } = texts.commands.mails;
  return sheet([
    [labels.id, mail.id],
    [labels.kind, mail.kind],
    [labels.to, mail.to],
    [labels.locale, mail.locale],
    [labels.state, mail.state],
    [labels.reason, mail.reason],
    [labels.attempts, String(mail.attempts)],
    [labels.notBefore, mail.notBefore?.toISOString()],
    [labels.createdAt, mail.createdAt.toISOString()],
    [labels.content, contentKept],
  ]);
};

/** The mails a document owes or has sent, oldest first, under the ids by which the outbox knows them. */
export const shownMails = ({ _id, mails }: OwesMail) =>
  Object.entries(mails)
    .map(([key, { kind, to, locale, state, attempts, createdAt, reason }]) => ({
      id: `${_id}.${key}`,
      kind,
      to,
      locale,
      state,
      ...(reason === undefined ? {} : { reason }),
      attempts,
      createdAt,
    }))
    .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());

const isMailState = (word: string): word is MailState => mailStates.some((state) => state === word);
