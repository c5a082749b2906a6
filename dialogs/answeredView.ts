import { type AnsweredData, answeredCard } from '../cards/answeredCard';
import type { Card } from '../cards/template';
import type { Field } from '../src/domain/facts';
import type { Locale } from '../src/domain/locale';
import type { OpenCard, Standing, Turned } from '../src/domain/openCard';
import type { CardName } from '../src/domain/press';
import { emailShown } from '../src/domain/recognise/email';
import type { Terms } from '../src/domain/terms';
import type { Intent } from '../src/domain/understanding';
import { texts } from '../src/text/texts';
import type { HelpSent } from './helpSent';
import { rowsShown } from './rowsShown';

interface Setting extends Turned {
  readonly locale: Locale;
  readonly intent: Intent | undefined;
  readonly helpSent: HelpSent | undefined;
  readonly terms: Terms;
  readonly publicUrl: string;
}

/** How a card is shown that takes no answer any more: what it was about and what was answered. */
export const answeredView = (
  open: OpenCard,
  standing: Standing,
  setting: Setting,
): { readonly card: Card; readonly text: string } => {
  const { answered: t, cards } = texts[setting.locale];
  const { rows, ...view } = byCard[open.card]?.(open, standing, setting) ?? nothing;
  const shown = rows ?? [];
  const data: AnsweredData = {
    status: t.over,
    given: view.status !== undefined,
    ...view,
    rows: shown,
  };
  const text = [
    data.status,
    ...shown.map(({ label, lines }) => cards.review.labelled(label, lines.join(', '))),
  ].join('\n');
  return { card: answeredCard(data), text };
};

/** Without a status: it was not answered. */
type View = Partial<Omit<AnsweredData, 'given'>> & { readonly given?: boolean };

type Viewed = (open: OpenCard, standing: Standing, setting: Setting) => View;

const nothing: View = {};

const rowsOf = ({ before, after, locale }: Setting, fields?: readonly Field[]) => {
  const registration = after ?? before;
  if (registration === undefined) return [];
  const t = texts[locale].cards.review;
  return rowsShown(registration, locale)
    .filter(({ field }) => fields === undefined || fields.includes(field))
    .map(({ field, label, lines }) => ({ label: label ?? t.fields[field], lines }));
};

const details: Viewed = ({ asks = [] }, standing, setting) => {
  const { answered: t, cards } = texts[setting.locale];
  const head = { step: cards.steps.details, title: cards.details.title };
  if (standing !== 'answered') return head;
  return { ...head, status: t.noted, rows: rowsOf(setting, asks) };
};

const offer: Viewed = ({ asks = [] }, standing, setting) => {
  const { answered: t, cards } = texts[setting.locale];
  const head = { title: cards.offer.title };
  if (standing === 'answered') return { ...head, status: t.noted, rows: rowsOf(setting, asks) };
  return setting.after === undefined ? head : { ...head, status: cards.offer.no, given: false };
};

const machine: Viewed = (_, standing, setting) => {
  const { answered: t, cards } = texts[setting.locale];
  const head = { step: cards.steps.machine, title: cards.machine.title };
  if (standing !== 'answered') return head;
  return { ...head, status: t.machine, rows: rowsOf(setting, ['serial']) };
};

const terms: Viewed = (_, standing, { locale, terms: { title }, publicUrl }) => {
  const { answered: t, cards } = texts[locale];
  const head = { step: cards.steps.details, title };
  if (standing === 'declined') return { ...head, status: t.declined, given: false };
  if (standing !== 'answered') return head;
  return {
    ...head,
    status: t.accepted,
    link: cards.terms.open(`${publicUrl}/terms?lang=${locale}`),
  };
};

const meterContact: Viewed = (_, standing, setting) => {
  const { answered: t, cards } = texts[setting.locale];
  const head = { step: cards.steps.machine, title: cards.meterContact.title };
  if (standing !== 'answered') return head;
  const [row] = rowsOf(setting, ['meterContact']);
  return { ...head, status: row?.lines[0] ?? t.chosen, rows: rowsOf(setting, ['serial']) };
};

const suggestion: Viewed = (_, standing, setting) => {
  const { before, locale } = setting;
  const { answered: t, cards } = texts[locale];
  const kind = before?.suggestion?.kind;
  const rows = rowsOf(setting, [kind === 'machine' ? 'serial' : 'email']);
  const head = kind === undefined ? {} : { title: cards.suggestion[kind].title };
  return standing === 'answered' && rows.length > 0 ? { ...head, status: t.chosen, rows } : head;
};

/** A review that was corrected since shows what it was about, as it was. */
const review: Viewed = ({ rev }, standing, { before, locale, ...setting }) => {
  const { answered: t, cards } = texts[locale];
  const head = { step: cards.steps.confirmation, title: cards.review.title };
  if (before === undefined || before.revision !== rev) return head;
  const rows = rowsOf({ ...setting, before, after: before, locale });
  if (standing === 'answered') return { ...head, status: t.confirmed, rows };
  return setting.after === undefined ? head : { ...head, status: t.changed, given: false, rows };
};

const help: Viewed = (_, __, { helpSent, press, intent, locale }) => {
  const { answered: t, cards } = texts[locale];
  const { title, description, email } = cards.help;
  if (helpSent !== undefined) {
    return {
      title,
      status: t.sent(helpSent.id),
      rows: [
        { label: description, lines: [helpSent.description] },
        { label: email, lines: [emailShown(helpSent.email)] },
      ],
    };
  }
  const isCancelled = press === undefined ? intent === 'cancel' : press.action === 'cancel';
  return isCancelled ? { title, status: t.cancelled, given: false } : { title };
};

const question: Viewed = ({ at, question: asked }, _, { press, intent }) => {
  if (asked === undefined) return nothing;
  const pressed = press?.at === at ? press.action : undefined;
  const answer = press === undefined ? intent : pressed;
  if (answer !== 'yes' && answer !== 'no') return { question: asked.text };
  return { question: asked.text, status: asked[answer] };
};

const byCard: Readonly<Partial<Record<CardName, Viewed>>> = {
  details,
  machine,
  terms,
  meterContact,
  suggestion,
  offer,
  review,
  help,
  question,
};
