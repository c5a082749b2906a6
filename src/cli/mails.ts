import { type MailState, mailStates, type OwesMail } from '../domain/mail';
import { table } from './table';
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
