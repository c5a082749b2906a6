import type { TurnContext } from 'botbuilder';
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { fieldOf } from '../src/domain/fieldTable';
import type { Question } from '../src/domain/question';
import type { Intent, Understanding } from '../src/domain/understanding';
import { texts } from '../src/text/texts';
import { openNow } from './askedNow';
import { giveCode } from './giveCode';
import { memoryOf, remember } from './memory';
import { note } from './say';
import type { Services } from './services';
import { summaryOf } from './show';

/** `again`: something was said, the open question follows. A result: another dialog has taken over. `undefined`: not an interruption. */
type Interrupted = Promise<DialogTurnResult | 'again' | undefined>;

/** What a person may say at any question, whatever it is. */
export const interrupt = async (
  dc: DialogContext,
  understanding: Understanding,
  services: Services,
): Interrupted => {
  const { press, intent } = understanding;
  if (press !== undefined) return pressed(dc, understanding);
  if (intent === undefined || !(intent in spoken)) return undefined;
  return spoken[intent]?.(dc, understanding, services);
};

/** Buttons that mean the same on every card. */
const pressed = async (dc: DialogContext, { press, language }: Understanding): Interrupted => {
  if (press?.action === 'language') return speak(dc, language);
  if (press?.action === 'help' && dc.activeDialog?.id !== 'help') return dc.beginDialog('help');
  if (press?.action === 'start' && dc.activeDialog !== undefined) {
    note(dc.context, texts[memoryOf(dc.context).locale].conversation.alreadyStarted);
    return 'again';
  }
  return undefined;
};

type Spoken = (dc: DialogContext, understanding: Understanding, services: Services) => Interrupted;

/** Says one sentence; the open question follows. */
const saying =
  (sentences: (dc: DialogContext, topic: Topic | undefined) => readonly string[]): Spoken =>
  async (dc, _, services) => {
    if (dc.activeDialog === undefined) return undefined;
    note(dc.context, ...sentences(dc, topicOf(openNow(dc, services))));
    return 'again';
  };

const wordsFor = (dc: DialogContext) => texts[memoryOf(dc.context).locale].conversation;

const sure =
  (what: 'cancel' | 'restart'): Spoken =>
  async (dc) => {
    const { id } = dc.activeDialog ?? {};
    // Within a help request, "cancel" is about that request; at "are you sure?" it is an answer.
    if (id === 'question' || (id === 'help' && what === 'cancel')) return undefined;
    if (memoryOf(dc.context).registration === undefined) return undefined;
    return id === undefined && what === 'cancel'
      ? undefined
      : dc.beginDialog('question', { sure: what });
  };

const spoken: { readonly [I in Intent]?: Spoken } = {
  help: saying((dc, topic) => {
    const t = wordsFor(dc);
    return topic === undefined ? [] : [t.helpWith[topic], t.helpCommands];
  }),
  why: saying((dc, topic) => (topic === undefined ? [] : [wordsFor(dc).why[topic]])),
  repeat: saying(() => []),
  start: saying((dc) => [wordsFor(dc).alreadyStarted]),
  greeting: saying((dc) => [wordsFor(dc).hello]),
  thanks: saying((dc) => [wordsFor(dc).thanks]),
  mail: saying((dc) => [wordsFor(dc).mailNotYet]),
  // While the mail itself is talked about this is an answer.
  mailAgain: async (dc, understanding, services) =>
    dc.activeDialog?.id === 'mail' ? undefined : spoken.mail?.(dc, understanding, services),
  summary: saying((dc) => [summarySaid(dc.context)]),
  language: (dc, { language }) => speak(dc, language),
  moveOn: (dc, _, services) => giveCode(dc, services),
  cancel: sure('cancel'),
  restart: sure('restart'),
  human: async (dc) => (dc.activeDialog?.id === 'help' ? 'again' : dc.beginDialog('help')),
};

/** "What do you have so far?" */
export const summarySaid = (context: TurnContext): string => {
  const { registration, locale } = memoryOf(context);
  const known = summaryOf(registration?.draft ?? {}, locale);
  const t = texts[locale].conversation;
  return known === '' ? t.summaryEmpty : t.summary(known);
};

const speak = async (dc: DialogContext, language: Understanding['language']): Interrupted => {
  const { locale } = memoryOf(dc.context);
  const other = locale === 'fr' ? 'en' : 'fr';
  remember(dc.context, { locale: language ?? other, localeChosen: true });
  note(dc.context, wordsFor(dc).languageNow);
  return 'again';
};

/** What help and "why?" are about. */
type Topic = keyof ReturnType<typeof wordsFor>['helpWith'];

const topicOf = (question: Question | undefined): Topic | undefined => {
  switch (question?.kind) {
    case undefined:
      return undefined;
    case 'emailSuggestion':
    case 'machineSuggestion':
      return 'suggestion';
    case 'written':
      return fieldOf(question.asks);
    case 'terms':
      return 'termsAccepted';
    case 'lookUp':
      return 'serial';
    case 'meterContact':
    case 'review':
    case 'offer':
      return question.kind;
  }
};
