import type { Account } from '../domain/account';
import { type Draft, type Fact, fields } from '../domain/facts';
import type { HelpRequest } from '../domain/helpRequest';
import { secretsLiveMs } from '../domain/invitation';
import type { OwedMail } from '../domain/mail';
import { texts } from '../text/texts';
import type { Content, Row } from './content';
import { plainName } from './plainName';

/** Where the help desk reads its mail: said in every mail to a person. */
interface Desk {
  readonly helpAddress: string;
}

interface Secrets {
  readonly link: string;
  readonly temporaryPassword: string;
}

export const activationContent = (
  account: Account,
  { locale, createdAt }: OwedMail,
  { helpAddress, link, temporaryPassword }: Desk & Secrets,
): Content => {
  const { activation: say, greeting, help } = texts[locale].mails;
  const until = new Date(createdAt.getTime() + secretsLiveMs);
  return {
    locale,
    subject: say.subject,
    preheader: say.preheader,
    heading: say.heading,
    blocks: [
      { kind: 'paragraph', text: greeting(plainName(account.givenName)) },
      { kind: 'paragraph', text: say.intro },
      { kind: 'button', label: say.button, href: link, hint: say.link },
      { kind: 'code', label: say.userName, value: account.email },
      { kind: 'code', label: say.temporaryPassword, value: temporaryPassword },
      { kind: 'paragraph', text: say.valid(until) },
      { kind: 'steps', title: say.stepsTitle, steps: say.steps },
    ],
    foot: [say.why, help(helpAddress)],
  };
};

/** The link is the sign-in page's own address: nothing in it is secret. */
export const resetContent = (
  account: Account,
  { locale, createdAt }: OwedMail,
  { helpAddress, link, temporaryPassword }: Desk & Secrets,
): Content => {
  const { reset: say, activation, greeting, help } = texts[locale].mails;
  return {
    locale,
    subject: say.subject,
    preheader: say.preheader,
    heading: say.heading,
    blocks: [
      { kind: 'paragraph', text: greeting(plainName(account.givenName)) },
      { kind: 'paragraph', text: say.intro },
      { kind: 'code', label: activation.userName, value: account.email },
      { kind: 'code', label: activation.temporaryPassword, value: temporaryPassword },
      { kind: 'button', label: say.button, href: link, hint: activation.link },
      { kind: 'paragraph', text: say.valid(new Date(createdAt.getTime() + secretsLiveMs)) },
      // Who activated and chose none has nothing to keep.
      ...(account.passwordHash === undefined
        ? []
        : [{ kind: 'paragraph', text: say.kept } as const]),
      { kind: 'paragraph', text: say.notYou },
    ],
    foot: [say.why, help(helpAddress)],
  };
};

/** Never a link, and nothing of what the other person typed: whoever it was has not shown that the address is theirs. */
export const alreadyRegisteredContent = (
  account: Account,
  { locale }: OwedMail,
  { helpAddress }: Desk,
): Content => {
  const { alreadyRegistered: say, greeting, help } = texts[locale].mails;
  const next = account.status === 'active' ? say.active : say.invited(helpAddress);
  return {
    locale,
    subject: say.subject,
    preheader: say.preheader,
    heading: say.heading,
    blocks: [greeting(plainName(account.givenName)), say.intro, ...next, say.notYou].map(
      (text) => ({
        kind: 'paragraph',
        text,
      }),
    ),
    foot: [say.why, help(helpAddress)],
  };
};

export const helpRequestContent = (request: HelpRequest, { locale }: OwedMail): Content => {
  const { helpRequest: say } = texts[locale].mails;
  const facts = request.draft === undefined ? [] : factRows(request.draft, locale);
  return {
    locale,
    subject: say.subject(request._id),
    preheader: say.preheader(request.email),
    heading: say.heading(request._id),
    blocks: [
      { kind: 'paragraph', text: say.intro },
      {
        kind: 'rows',
        rows: [
          { label: say.number, value: request._id },
          { label: say.answerTo, value: request.email },
          { label: say.language, value: say.languages[request.locale] },
          { label: say.channel, value: request.channel },
          { label: say.asked, value: say.moment(request.createdAt) },
        ],
      },
      { kind: 'quote', title: say.description, text: request.description },
      ...(facts.length > 0 ? [{ kind: 'rows', title: say.facts, rows: facts } as const] : []),
      { kind: 'paragraph', text: facts.length > 0 ? say.factsAgreed : say.noFacts },
    ],
    foot: [say.why],
  };
};

/** Does not repeat the request: the address was typed by anybody, and nobody may send his words to others through us. */
export const helpReceiptContent = (
  request: HelpRequest,
  { locale }: OwedMail,
  { helpAddress }: Desk,
): Content => {
  const { helpReceipt: say, help } = texts[locale].mails;
  return {
    locale,
    subject: say.subject(request._id),
    preheader: say.preheader,
    heading: say.heading,
    blocks: [
      { kind: 'paragraph', text: say.greeting },
      { kind: 'paragraph', text: say.intro },
      { kind: 'code', label: say.number, value: request._id },
      { kind: 'paragraph', text: say.more },
    ],
    foot: [say.why, help(helpAddress)],
  };
};

export const helpAnswerContent = (
  request: HelpRequest,
  { locale }: OwedMail,
  { helpAddress }: Desk,
): Content => {
  const { helpAnswer: say, helpReceipt, help } = texts[locale].mails;
  return {
    locale,
    subject: say.subject(request._id),
    preheader: say.preheader,
    heading: say.heading,
    blocks: [
      { kind: 'paragraph', text: helpReceipt.greeting },
      { kind: 'quote', title: say.answer, text: request.answer ?? '' },
      { kind: 'code', label: helpReceipt.number, value: request._id },
      { kind: 'paragraph', text: say.more },
    ],
    foot: [helpReceipt.why, help(helpAddress)],
  };
};

const factRows = (draft: Draft, locale: OwedMail['locale']): readonly Row[] => {
  const { details, machine, review, meterContact } = texts[locale].cards;
  const yesOrNo = (value: boolean) => (value ? meterContact.yes : meterContact.no);
  const row = (label: string, value: string | boolean | undefined): readonly Row[] =>
    value === undefined
      ? []
      : [{ label, value: typeof value === 'string' ? value : yesOrNo(value) }];
  const labels: Readonly<Record<Fact, string>> = {
    ...details.labels,
    serial: machine.label,
    termsAccepted: review.fields.termsAccepted,
    meterContact: review.fields.meterContact,
  };
  return Object.values(fields)
    .flat()
    .flatMap((fact) => row(labels[fact], draft[fact]));
};
