import type { HelpRequest } from '../domain/helpRequest';
import { makeCloseHelp } from '../services/closeHelp';
import { shownMails } from './mails';
import { sheet, table } from './table';
import { printJson, type Terminal } from './terminal';
import { withStore } from './withStore';

interface Options {
  readonly json?: boolean;
}

export const listHelp = (terminal: Terminal, { json = false }: Options): Promise<number> =>
  withStore(terminal, async ({ helpRequests }) => {
    const { empty, labels } = terminal.texts.commands.requests;
    const found = await helpRequests.find({}, { sort: { createdAt: 1 } });
    if (json) for (const request of found) printJson(terminal, shownRequest(request));
    else if (found.length === 0) terminal.err(`${empty}\n`);
    else {
      terminal.out(
        table(
          [labels.id, labels.status, labels.email, labels.createdAt, labels.description],
          found.map(({ _id, status, email, createdAt, description }) => [
            _id,
            status,
            email,
            createdAt.toISOString(),
            shortened(description),
          ]),
        ),
      );
    }
    return 0;
  });

export const showHelp = (
  terminal: Terminal,
  id: string,
  { json = false }: Options,
): Promise<number> =>
  withStore(terminal, async ({ helpRequests }) => {
    const [request] = await helpRequests.find({ _id: asNumber(id) });
    if (request === undefined) return missing(terminal, id);
    if (json) printJson(terminal, shownRequest(request));
    else terminal.out(requestSheet(terminal, request));
    return 0;
  });

export const closeHelp = async (
  terminal: Terminal,
  id: string,
  { message, json = false }: Options & { readonly message?: string },
): Promise<number> => {
  const { requests: t } = terminal.texts.commands;
  const answer = message?.trim();
  if (answer !== undefined && (answer === '' || answer.length > longestAnswer)) {
    terminal.err(`${t.unusableAnswer}\n`);
    return 1;
  }
  return withStore(terminal, async ({ helpRequests }) => {
    const close = makeCloseHelp({ helpRequests, clock: () => new Date() });
    const outcome = await close(asNumber(id), answer);
    if (outcome.kind === 'none') return missing(terminal, id);
    const { kind, request } = outcome;
    if (kind === 'tooLate') {
      terminal.err(`${t.tooLate(request._id)}\n`);
      return 1;
    }
    const closed = answer === undefined ? t.closed : t.answered;
    if (json) printJson(terminal, shownRequest(request));
    else terminal.out(`${(kind === 'already' ? t.alreadyClosed : closed)(request._id)}\n`);
    return 0;
  });
};

/** It has to fit into one message of a channel. */
const longestAnswer = 4_000;

/** "d-482913" and "482913" are D-482913. */
const asNumber = (typed: string): string => {
  const number = typed.trim().toUpperCase();
  return /^\d+$/.test(number) ? `D-${number}` : number;
};

const missing = ({ err, texts }: Terminal, id: string): number => {
  err(`${texts.commands.requests.none(id)}\n`);
  return 1;
};

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const shownRequest = (request: HelpRequest) => {
  const { _id, mails: _, mailDueAt: __, toldIn: ___, ...rest } = request;
  const mails = shownMails(request).map(({ id, kind, state }) => ({ id, kind, state }));
  return { id: _id, ...rest, mails };
};

const requestSheet = ({ texts }: Terminal, request: HelpRequest): string => {
  const { labels } = texts.commands.requests;
  return sheet([
    [labels.id, request._id],
    [labels.status, request.status],
    [labels.email, request.email],
    [labels.createdAt, request.createdAt.toISOString()],
    [labels.closedAt, request.closedAt?.toISOString()],
    [labels.locale, request.locale],
    [labels.channel, request.channel],
    [labels.description, request.description],
    [labels.answer, request.answer],
    [
      labels.draft,
      Object.entries(request.draft ?? {})
        .map(([fact, value]) => `${fact}: ${value}`)
        .join('\n'),
    ],
    [
      labels.mails,
      shownMails(request)
        .map(({ id, state }) => `${id}  ${state}`)
        .join('\n'),
    ],
  ]);
};
