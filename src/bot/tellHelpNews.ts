import type { HelpRequest } from '../domain/helpRequest';
import type { OwesMail } from '../domain/mail';
import type { Tell } from '../services/deliverMail';
import type { Notify, Told } from './notify';

/** Says staff's answer in the conversation that the help request came from. Where nobody can be told any more, the mail with the same words is enough. */
export const makeTellHelpNews =
  (notify: Notify): Tell =>
  (document, key) => {
    const mail = document.mails[key];
    if (mail?.kind !== 'helpNews' || !isHelpRequest(document)) return undefined;
    const { _id: id, answer, toldIn, locale } = document;
    if (answer === undefined || toldIn === undefined) return undefined;
    const news = { kind: 'helpAnswered', id, answer, locale } as const;
    return async () => outcomes[await notify(toldIn, news, mail.attempts > 1)];
  };

const outcomes = {
  told: { kind: 'accepted' },
  refused: { kind: 'superseded' },
  failed: { kind: 'later', reason: 'the conversation could not be reached' },
} as const satisfies Readonly<Record<Told, object>>;

const isHelpRequest = (document: OwesMail): document is HelpRequest => 'description' in document;
