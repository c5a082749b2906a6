import { type Draft, detailsFacts } from '../src/domain/facts';
import type { Terms } from '../src/domain/terms';
import type { Texts } from '../src/text/texts';
import { answeredCard } from './answeredCard';
import type { Choice } from './data';
import {
  detailsCard,
  doneCard,
  handOverCard,
  helpCard,
  inPrivateCard,
  machineCard,
  meterContactCard,
  offerCard,
  questionCard,
  reviewCard,
  suggestionCard,
  termsCard,
  welcomeCard,
} from './render';
import { reviewRows } from './reviewRows';
import type { Card } from './template';

/** What stands on the samples where the conversation puts a person's words and its own sentences. */
export interface Said {
  readonly draft: Required<Draft>;
  readonly address: readonly string[];
  readonly model: string;
  /** In place of every sentence that the conversation supplies; may repeat what a person typed. */
  readonly sentence: string;
  readonly terms: Terms;
}

/** Every card in its variants: for looking at (`npm run cards`) and for tests. */
export const samples = (t: Texts, said: Said): Readonly<Record<string, Card>> => {
  const { draft, model, sentence, terms } = said;
  const shown = { address: said.address, phone: draft.phone, model };
  const machineWords = t.cards.suggestion;
  return {
    welcome: welcomeCard(t, { at: 1 }),
    details: detailsCard(t, {
      at: 2,
      rows: detailsFacts.map((fact) => ({ fact })),
      regions,
      countries,
    }),
    detailsLeft: detailsCard(t, {
      at: 3,
      rows: [
        { fact: 'email', value: draft.email, problem: sentence },
        { fact: 'region', value: 'QC' },
        { fact: 'extension' },
      ],
      regions,
    }),
    detailsTyped: detailsCard(t, {
      at: 4,
      rows: detailsFacts.map((fact) => ({ fact, value: draft[fact], problem: sentence })),
      country: 'BE',
    }),
    detailsOptional: detailsCard(t, { at: 5, rows: [{ fact: 'extension' }] }),
    suggestionEmail: suggestionCard(t, {
      at: 6,
      kind: 'email',
      given: draft.email,
      proposed: draft.email,
    }),
    suggestionMachine: suggestionCard(t, {
      at: 7,
      kind: 'machine',
      given: draft.serial,
      proposed: draft.serial,
      model,
    }),
    offer: offerCard(t, {
      at: 7,
      givenName: draft.givenName,
      familyName: draft.familyName,
      email: draft.email,
    }),
    offerName: offerCard(t, { at: 7, givenName: draft.givenName, familyName: draft.familyName }),
    terms: termsCard(t, { at: 8, terms, url: 'https://portal.example.org/terms' }),
    machine: machineCard(t, { at: 9 }),
    machineUnknown: machineCard(t, {
      at: 10,
      value: draft.serial,
      problem: sentence,
      offerHelp: true,
    }),
    meterContact: meterContactCard(t, { at: 11, model, partner: false }),
    meterContactPartner: meterContactCard(t, { at: 12, model, partner: true }),
    review: reviewCard(t, { at: 13, rev: 4, rows: reviewRows(t, draft, shown) }),
    reviewNoContact: reviewCard(t, {
      at: 14,
      rev: 5,
      rows: reviewRows(t, { ...draft, meterContact: false }, shown),
    }),
    help: helpCard(t, { at: 15, hasDraft: false }),
    helpKnown: helpCard(t, {
      at: 16,
      email: draft.email,
      hasDraft: true,
      description: sentence,
      problem: sentence,
    }),
    question: questionCard(t, {
      at: 17,
      question: sentence,
      detail: sentence,
      yes: machineWords.yes,
      no: machineWords.email.no,
    }),
    inPrivate: inPrivateCard(t, { url: 'https://teams.microsoft.com/l/chat/0/0?users=28:id' }),
    handOver: handOverCard(t, {
      code: 'K7M4P-9R2TX',
      teamsUrl: 'https://teams.microsoft.com/l/chat/0/0?users=28:id&message=K7M4P-9R2TX',
    }),
    done: doneCard(t, {
      name: `${draft.givenName} ${draft.familyName}`,
      email: draft.email,
      mail: sentence,
    }),
    ...answeredSamples(t, said),
  };
};

/** What takes the place of cards that were answered. */
const answeredSamples = (
  { answered: words, cards: t }: Texts,
  { draft, address, model, sentence, terms }: Said,
): Readonly<Record<string, Card>> => {
  const shown = { address, phone: draft.phone, model };
  const rows = reviewRows({ cards: t }, draft, shown).map(({ field, lines }) => ({
    label: t.review.fields[field],
    lines,
  }));
  const given = true;
  const { details, machine, confirmation } = t.steps;
  return {
    answeredDetails: answeredCard({
      step: details,
      title: t.details.title,
      status: words.noted,
      given,
      rows: rows.slice(0, 4),
    }),
    answeredTerms: answeredCard({
      step: details,
      title: terms.title,
      status: words.accepted,
      given,
      rows: [],
      link: t.terms.open('https://portal.example.org/terms'),
    }),
    answeredMeterContact: answeredCard({
      step: machine,
      title: t.meterContact.title,
      status: t.review.contact,
      given,
      rows: rows.slice(4, 5),
    }),
    answeredReview: answeredCard({
      step: confirmation,
      title: t.review.title,
      status: words.changed,
      given: false,
      rows,
    }),
    answeredQuestion: answeredCard({
      question: sentence,
      status: t.suggestion.yes,
      given,
      rows: [],
    }),
    answeredOver: answeredCard({
      title: t.machine.title,
      status: words.over,
      given: false,
      rows: [],
    }),
  };
};

const regions: readonly Choice[] = [
  { title: 'Alberta', value: 'AB' },
  { title: 'Ontario', value: 'ON' },
  { title: 'Québec', value: 'QC' },
];

const countries: readonly Choice[] = [
  { title: 'Canada', value: 'CA' },
  { title: 'France', value: 'FR' },
];
