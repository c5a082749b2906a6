import type { Texts } from '../src/text/texts';
import type {
  DetailsData,
  DoneData,
  HandOverData,
  HelpData,
  InPrivateData,
  MachineData,
  MeterContactData,
  Numbered,
  OfferData,
  QuestionData,
  ReviewData,
  SuggestionData,
  TermsData,
} from './data';
import details from './details.json';
import { detailsGroups } from './detailsGroups';
import done from './done.json';
import handOver from './handOver.json';
import help from './help.json';
import inPrivate from './inPrivate.json';
import machine from './machine.json';
import meterContact from './meterContact.json';
import offer from './offer.json';
import { plain } from './plain';
import question from './question.json';
import review from './review.json';
import { speech } from './speech';
import suggestion from './suggestion.json';
import { type Card, template } from './template';
import terms from './terms.json';
import { termsShown } from './termsShown';
import welcome from './welcome.json';

/** The view of a card: its words, its number, what is read aloud, and its data, cleaned. */
interface View {
  readonly [name: string]: unknown;
  readonly speak: string;
}

const fill = {
  welcome: template<View>(welcome),
  details: template<View>(details),
  suggestion: template<View>(suggestion),
  offer: template<View>(offer),
  terms: template<View>(terms),
  machine: template<View>(machine),
  meterContact: template<View>(meterContact),
  review: template<View>(review),
  help: template<View>(help),
  inPrivate: template<View>(inPrivate),
  question: template<View>(question),
  done: template<View>(done),
  handOver: template<View>(handOver),
};

export const welcomeCard = ({ cards: t }: Texts, { at }: Numbered): Card =>
  fill.welcome({
    t: t.welcome,
    raiseHelp: t.raiseHelp,
    at,
    speak: speech(
      t.welcome.title,
      t.welcome.intro,
      ...t.welcome.steps.flatMap(({ name, needs }) => [name, needs]),
    ),
  });

/** Asks for what is still missing, and takes a part of it too: nothing in it has to be filled for the card to be sent. */
export const detailsCard = ({ cards: t }: Texts, data: DetailsData): Card => {
  const groups = detailsGroups(t.details, data);
  const inputs = groups.flatMap(({ rows }) => rows);
  return fill.details({
    t: t.details,
    step: t.steps.details,
    forward: t.continue,
    at: data.at,
    groups,
    starred: inputs.some(({ required }) => required),
    speak: speech(
      t.steps.details,
      t.details.title,
      t.details.asks(inputs.map(({ name }) => name).join(', ')),
      ...inputs.flatMap(({ problem }) => (problem === '' ? [] : [problem])).slice(0, problemsRead),
      t.details.typing,
    ),
  });
};

export const suggestionCard = ({ cards: t }: Texts, data: SuggestionData): Card => {
  const { title, no } = t.suggestion[data.kind];
  const given = t.suggestion.given(plain(data.given));
  const model = data.model === undefined ? '' : t.suggestion.model(plain(data.model));
  return fill.suggestion({
    title,
    yes: t.suggestion.yes,
    no,
    at: data.at,
    proposed: plain(data.proposed),
    given,
    model,
    speak: speech(title, data.proposed, model, given),
  });
};

export const offerCard = ({ cards: t }: Texts, data: OfferData): Card => {
  const rows = (['givenName', 'familyName', 'email'] as const).flatMap((fact) => {
    const value = data[fact];
    return value === undefined ? [] : [{ label: t.details.labels[fact], value: plain(value) }];
  });
  const userName = data.email === undefined ? '' : t.offer.userName;
  return fill.offer({
    t: t.offer,
    at: data.at,
    rows,
    userName,
    speak: speech(
      t.offer.title,
      ...rows.map(({ label, value }) => t.review.labelled(label, value)),
      userName,
      t.offer.notYet,
    ),
  });
};

/** The whole text is on the card; what is read aloud is only what to do, or the card would outgrow an activity. */
export const termsCard = (
  { cards: t, pages }: Texts,
  { at, terms: text, url }: TermsData,
): Card => {
  const { version, sections } = termsShown(pages, text);
  return fill.terms({
    t: t.terms,
    step: t.steps.details,
    forward: t.continue,
    at,
    title: text.title,
    version,
    sections,
    link: t.terms.open(encodeURI(url).replace(/\(/g, '%28').replace(/\)/g, '%29')),
    speak: speech(t.steps.details, text.title, t.terms.read, t.terms.accept),
  });
};

export const machineCard = ({ cards: t }: Texts, data: MachineData): Card =>
  fill.machine({
    t: t.machine,
    step: t.steps.machine,
    forward: t.continue,
    raiseHelp: t.raiseHelp,
    at: data.at,
    value: plain(data.value ?? '', 60),
    problem: plain(data.problem ?? ''),
    offerHelp: data.offerHelp === true,
    speak: speech(t.steps.machine, t.machine.title, data.problem, t.machine.why, t.machine.where),
  });

export const meterContactCard = ({ cards: t }: Texts, data: MeterContactData): Card => {
  const model = t.meterContact.model(plain(data.model));
  const partner = data.partner ? t.meterContact.partner : '';
  return fill.meterContact({
    t: t.meterContact,
    step: t.steps.machine,
    at: data.at,
    model,
    partner,
    speak: speech(
      t.steps.machine,
      t.meterContact.title,
      model,
      t.meterContact.means,
      partner,
      t.meterContact.later,
    ),
  });
};

export const reviewCard = ({ cards: t }: Texts, data: ReviewData): Card => {
  const rows = data.rows.map(({ field, label, lines }) => ({
    field,
    label: plain(label ?? t.review.fields[field]),
    lines: lines.filter((line) => line !== '').map((line) => ({ line: plain(line) })),
    edit: t.review.edit[field],
  }));
  return fill.review({
    t: t.review,
    step: t.steps.confirmation,
    at: data.at,
    rev: data.rev,
    rows,
    speak: speech(
      t.steps.confirmation,
      t.review.title,
      t.review.intro,
      ...rows.map((row) =>
        t.review.labelled(row.label, row.lines.map(({ line }) => line).join(', ')),
      ),
    ),
  });
};

export const helpCard = ({ cards: t }: Texts, data: HelpData): Card => {
  const answerTo = data.email === undefined ? '' : t.help.answerTo(plain(data.email));
  return fill.help({
    t: t.help,
    at: data.at,
    answerTo,
    askEmail: data.email === undefined,
    hasDraft: data.hasDraft,
    includeDraft: String(data.includeDraft === true),
    description: plain(data.description ?? '', 2000),
    problem: plain(data.problem ?? ''),
    speak: speech(t.help.title, data.problem, t.help.intro, answerTo),
  });
};

export const questionCard = (_: Texts, data: QuestionData): Card =>
  fill.question({
    at: data.at,
    question: plain(data.question),
    detail: plain(data.detail ?? ''),
    yes: plain(data.yes, 60),
    no: plain(data.no, 60),
    speak: speech(data.question, data.detail, data.yes, data.no),
  });

/** Leads out of a group. */
export const inPrivateCard = ({ cards: { inPrivate: t } }: Texts, { url }: InPrivateData): Card =>
  fill.inPrivate({ t, url, speak: speech(t.title) });

/** A code for another conversation, to be read there; pressing leads out of this one. */
export const handOverCard = ({ handOver: { card: t } }: Texts, data: HandOverData): Card =>
  fill.handOver({
    t,
    code: plain(data.code),
    teamsUrl: data.teamsUrl ?? '',
    portalUrl: data.portalUrl ?? '',
    speak: speech(t.title, data.code),
  });

/** Asks for nothing: it has neither inputs nor buttons. */
export const doneCard = ({ cards: t }: Texts, data: DoneData): Card =>
  fill.done({
    t: t.done,
    step: t.steps.confirmation,
    name: plain(data.name),
    email: plain(data.email),
    mail: plain(data.mail),
    speak: speech(
      t.steps.confirmation,
      t.done.title,
      data.name,
      data.mail,
      t.done.activation,
      ...t.done.steps.map(({ text }) => text),
    ),
  });

/** The others are read at their inputs: a card has 28 KB. */
const problemsRead = 3;
