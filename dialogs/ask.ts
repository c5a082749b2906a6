import type { TurnContext } from 'botbuilder';
import { type Sketch, sketch } from '../cards/draw';
import { helpOffered } from '../src/domain/keepText';
import type { Locale } from '../src/domain/locale';
import type { Question } from '../src/domain/question';
import { emailShown } from '../src/domain/recognise/email';
import type { Registration } from '../src/domain/registration';
import { hashOf } from '../src/domain/terms';
import { type Texts, texts } from '../src/text/texts';
import { askAgain } from './askAgain';
import { detailsRows } from './detailsRows';
import { memoryOf, remember } from './memory';
import { rowsShown } from './rowsShown';
import { hasExample, say } from './say';
import type { Services } from './services';

/** Asks the open question, once in words and once as a card: either can be answered. */
export const ask = async (
  context: TurnContext,
  question: Question,
  services: Services,
): Promise<void> => {
  const memory = memoryOf(context);
  const { registration, locale } = memory;
  if (registration === undefined) return;
  const at = memory.cards + 1;
  const exampleGiven = hasExample(context);
  const setting: Setting = { registration, locale, at, services, exampleGiven };
  const { sentences, card } = asked(question, setting);
  remember(context, {
    cards: card === undefined ? memory.cards : at,
    ...(question.kind === 'terms' ? { registration: shown(registration, locale, services) } : {}),
  });
  await say(context, sentences, card);
};

interface Setting {
  readonly registration: Registration;
  readonly locale: Locale;
  /** Number of the card. */
  readonly at: number;
  readonly services: Services;
  /** What was said before the question ends with an example. */
  readonly exampleGiven: boolean;
}

interface Asked {
  readonly sentences: readonly string[];
  readonly card?: Sketch;
}

const asked = (question: Question, setting: Setting): Asked => {
  switch (question.kind) {
    case 'emailSuggestion':
      return emailSuggestion(question, setting);
    case 'machineSuggestion':
      return machineSuggestion(question, setting);
    case 'offer':
      return offer(question, setting);
    case 'written':
      return written(question, setting);
    case 'terms':
      return terms(question, setting);
    case 'meterContact':
      return meterContact(question, setting);
    case 'review':
      return review(question, setting);
    case 'lookUp':
      return { sentences: [] };
  }
};

type Of<K extends Question['kind']> = Extract<Question, { readonly kind: K }>;
type Asker<K extends Question['kind']> = (question: Of<K>, setting: Setting) => Asked;

const emailSuggestion: Asker<'emailSuggestion'> = ({ given, proposed }, { locale, at }) => ({
  sentences: [texts[locale].conversation.emailSuggestion(emailShown(given), emailShown(proposed))],
  card: sketch('suggestion', locale, {
    at,
    kind: 'email',
    given: emailShown(given),
    proposed: emailShown(proposed),
  }),
});

const machineSuggestion: Asker<'machineSuggestion'> = ({ given, proposed }, { locale, at }) => ({
  sentences: [texts[locale].conversation.machineSuggestion(given, proposed.serial, proposed.model)],
  card: sketch('suggestion', locale, {
    at,
    kind: 'machine',
    given,
    proposed: proposed.serial,
    model: proposed.model,
  }),
});

/** Shown in its parts, and taken only when the person says so. */
const offer: Asker<'offer'> = ({ facts }, { registration, locale, at }) => {
  const t = texts[locale].offer;
  const { givenName, familyName } = facts;
  const email = facts.email === undefined ? undefined : emailShown(facts.email);
  const name = givenName === undefined ? undefined : `${givenName} ${familyName ?? ''}`.trim();
  return {
    sentences: [t.ask(name, email), ...offerPerson(registration, locale)],
    card: sketch('offer', locale, {
      at,
      ...(givenName === undefined ? {} : { givenName }),
      ...(familyName === undefined ? {} : { familyName }),
      ...(email === undefined ? {} : { email }),
    }),
  };
};

/** After an unusable answer an example follows, after the third an offer of a person. */
const written: Asker<'written'> = ({ asks, editing }, setting) => {
  const { registration, locale, at, exampleGiven } = setting;
  const t = texts[locale].conversation;
  if (asks === 'termsAccepted' || asks === 'meterContact') return { sentences: [] };
  const sentences = [
    questionAbout(asks, editing, setting),
    ...(registration.misses >= 2 && !exampleGiven ? [t.exampleOf(t.example[asks])] : []),
    ...(registration.misses >= 3 ? [t.offerPerson] : []),
  ];
  if (asks === 'serial') {
    return {
      sentences,
      card: sketch('machine', locale, {
        at,
        offerHelp: helpOffered(registration) || registration.misses >= 3,
        ...valueFor(
          registration.rejected.serial ?? (editing ? registration.draft.serial : undefined),
        ),
      }),
    };
  }
  return {
    sentences,
    card: sketch('details', locale, {
      at,
      ...detailsRows(asks, registration, { locale, editing }),
    }),
  };
};

const questionAbout = (
  asks: Extract<Question, { readonly kind: 'written' }>['asks'] &
    keyof Texts['conversation']['ask'],
  editing: boolean,
  { registration, locale }: Setting,
): string => {
  const t = texts[locale].conversation;
  if (editing) return askAgain(asks, registration, locale);
  return asks === 'serial' && helpOffered(registration) ? t.offerHelp : t.ask[asks];
};

const valueFor = (value: string | undefined) => (value === undefined ? {} : { value });

/** The text is on the card the first time, and again in another language or version; afterwards the card only asks. */
const terms: Asker<'terms'> = ({ editing }, { registration, locale, at, services }) => {
  const t = texts[locale].conversation;
  const { version } = services.terms[locale];
  const seen =
    !editing && registration.shown?.locale === locale && registration.shown.version === version;
  return {
    sentences: [seen ? t.termsAgain : t.terms, ...offerPerson(registration, locale)],
    card: sketch('terms', locale, {
      at,
      version,
      seen,
      url: `${services.publicUrl}/terms?lang=${locale}`,
    }),
  };
};

const meterContact: Asker<'meterContact'> = (_, { registration, locale, at }) => {
  const t = texts[locale].conversation;
  const { model = '', partner = false } = registration.machine ?? {};
  return {
    sentences: [
      t.meterContact(model),
      ...(partner ? [t.partner] : []),
      ...offerPerson(registration, locale),
    ],
    card: sketch('meterContact', locale, { at, model, partner }),
  };
};

const review: Asker<'review'> = (_, { registration, locale, at }) => ({
  sentences: [texts[locale].conversation.review, ...offerPerson(registration, locale)],
  card: sketch('review', locale, {
    at,
    rev: registration.revision,
    rows: rowsShown(registration, locale),
  }),
});

const offerPerson = ({ misses }: Registration, locale: Locale): readonly string[] =>
  misses >= 3 ? [texts[locale].conversation.offerPerson] : [];

/** What was put before the person, and when: the consent record needs it. */
const shown = (
  registration: Registration,
  locale: Locale,
  { terms, clock }: Services,
): Registration => {
  const text = terms[locale];
  const { shown: before } = registration;
  if (before?.version === text.version && before.locale === locale) return registration;
  return {
    ...registration,
    shown: {
      version: text.version,
      hash: hashOf(text),
      locale,
      at: clock().toISOString(),
    },
  };
};
