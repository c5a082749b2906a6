import { isLocale, type Locale } from '../src/domain/locale';
import { countryChoices } from '../src/domain/recognise/country';
import { regionChoices } from '../src/domain/recognise/region';
import type { Terms } from '../src/domain/terms';
import { terms as termsInForce } from '../src/text/terms';
import { type Texts, texts } from '../src/text/texts';
import type { DetailsData, TermsData, TermsReference } from './data';
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
import type { Card } from './template';

/** The lists of a select are the same for everybody: they are put in when the card is drawn. */
const details = (t: Texts, data: Omit<DetailsData, 'regions' | 'countries'>, locale: Locale) =>
  detailsCard(t, { ...data, regions: regionChoices(locale), countries: countryChoices(locale) });

/** Releases before kept the text itself. */
const terms = (t: Texts, data: TermsReference | TermsData, locale: Locale) =>
  termsCard(t, 'terms' in data ? data : { ...data, terms: textOf(data, locale) });

/** Another text than the one that was shown may not stand in its place. */
const textOf = ({ version, seen }: TermsReference, locale: Locale): Terms => {
  const text = termsInForce[locale];
  if (text.version !== version) throw new Error(`The terms ${version} are no longer in force`);
  return seen ? unrepeated[locale] : text;
};

const unrepeated: Readonly<Record<Locale, Terms>> = {
  fr: { ...termsInForce.fr, sections: [] },
  en: { ...termsInForce.en, sections: [] },
};

const cards = {
  welcome: welcomeCard,
  details,
  suggestion: suggestionCard,
  offer: offerCard,
  terms,
  machine: machineCard,
  meterContact: meterContactCard,
  review: reviewCard,
  help: helpCard,
  inPrivate: inPrivateCard,
  question: questionCard,
  done: doneCard,
  handOver: handOverCard,
} as const;

type Cards = typeof cards;
type DataOf<Name extends keyof Cards> = Parameters<Cards[Name]>[1];

/**
 * A card as what it says instead of how it looks; fits the SDK's `Attachment`. Without its looks and lists it is a small part of
 * the drawn card's size, which counts in what is kept at every turn. It is drawn (`drawn`) when it leaves for the channel.
 */
export interface Sketch {
  readonly contentType: 'application/vnd.registration.card';
  readonly content: {
    readonly card: keyof Cards;
    readonly locale: Locale;
    readonly data: DataOf<keyof Cards>;
  };
}

const contentType = 'application/vnd.registration.card';

export const sketch = <Name extends keyof Cards>(
  card: Name,
  locale: Locale,
  data: DataOf<Name>,
): Sketch => ({ contentType, content: { card, locale, data } });

/** What a sketch says; `undefined` for anything else. */
export const sketched = (attachment: object): Sketch['content'] | undefined =>
  isSketch(attachment) ? attachment.content : undefined;

const isSketch = (attachment: object): attachment is Sketch =>
  'contentType' in attachment && attachment.contentType === contentType;

interface Attached {
  readonly contentType: string;
  readonly content?: unknown;
}

/** What a channel is sent for an attachment; `undefined` for a sketch of a card that this release does not know: the message's text says it too. */
export const drawn = <A extends Attached>(attachment: A): A | Card | undefined => {
  if (attachment.contentType !== contentType) return attachment;
  const { card, locale, data } = Object(attachment.content);
  if (!isCard(card) || !isLocale(locale)) return undefined;
  // The name says which data a sketch was made with.
  const draw = cards[card] as (t: Texts, data: unknown, locale: Locale) => Card;
  try {
    return draw(texts[locale], data, locale);
  } catch {
    // Kept by another release, whose card of this name said something else, or had other terms on it.
    return undefined;
  }
};

const isCard = (name: unknown): name is keyof Cards =>
  typeof name === 'string' && Object.hasOwn(cards, name);
