import type { TurnContext } from 'botbuilder';
import {
  ComponentDialog,
  Dialog,
  type DialogContext,
  DialogReason,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import type { EventKind } from '../src/domain/event';
import { keep } from '../src/domain/keep';
import { factsIn } from '../src/domain/merge';
import type { CardName } from '../src/domain/press';
import type { Intent, Understanding } from '../src/domain/understanding';
import { texts } from '../src/text/texts';
import { adoptSpokenLanguage } from './adoptLanguage';
import { answerElsewhere } from './answerElsewhere';
import { answerIdle } from './answerIdle';
import { openNow } from './askedNow';
import { beginRegistration } from './beginRegistration';
import { FieldsDialog } from './fieldsDialog';
import { HelpDialog } from './helpDialog';
import { interrupt } from './interruptions';
import { isAboutDone } from './isAboutDone';
import { keepEdit } from './keepEdit';
import { MailDialog } from './mailDialog';
import { eraseTraces, forget, memoryOf, remember } from './memory';
import { mendStack } from './mendStack';
import { noteSaid } from './noteSaid';
import { occasionOf } from './occasionOf';
import { QuestionDialog } from './questionDialog';
import { QuietContext } from './quietContext';
import { readAnswer } from './readAnswer';
import { makeRegistrationDialog } from './registrationDialog';
import { note, sayNotes } from './say';
import type { MemberOf, Services } from './services';
import { settleArrival, takeOver } from './takeOver';
import { tell } from './tell';
import { setAsked, setUnderstanding } from './understandingOf';
import { welcome } from './welcome';

/** Every message comes in here: it is understood once, its facts are kept, and then the dialog on top goes on. */
export class MainDialog extends ComponentDialog {
  readonly #services: Services;

  constructor(services: Services, memberOf: MemberOf) {
    super('main');
    this.#services = services;
    this.addDialog(makeRegistrationDialog(services, memberOf))
      .addDialog(new FieldsDialog(services))
      .addDialog(new HelpDialog(services))
      .addDialog(new MailDialog(services))
      .addDialog(new QuestionDialog(services));
  }

  override createChildContext(outer: DialogContext): DialogContext {
    const { state } = outer.activeDialog ?? { state: {} };
    state.dialogs ??= { dialogStack: [] };
    return new QuietContext(this.dialogs, outer, state.dialogs);
  }

  protected override onBeginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#hear(dc);
  }

  protected override onContinueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#hear(dc);
  }

  async #hear(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc;
    mendStack(dc, this.#services);
    if (context.activity.type === 'messageUpdate') return this.#correct(dc);
    const { understanding, asked } = readAnswer(dc, this.#services);
    setUnderstanding(context, understanding);
    setAsked(context, asked);
    adoptSpokenLanguage(context, understanding);
    sayRecovered(context);
    await settleArrival(context, this.#services);
    const result = await this.#takeOver(dc, understanding);
    await sayNotes(context);
    return result;
  }

  /** A code brings what was begun elsewhere; anything else is an answer. */
  async #takeOver(dc: DialogContext, understanding: Understanding): Promise<DialogTurnResult> {
    const { activeDialog } = dc;
    const outcome = await takeOver(dc, understanding, this.#services);
    if (outcome === undefined) return this.#answer(dc, understanding);
    if (outcome === 'arrived' && activeDialog?.id !== 'help') {
      await dc.cancelAllDialogs();
      return dc.beginDialog('registration');
    }
    if (outcome === 'arrived') note(dc.context, afterHelp(dc.context));
    return activeDialog === undefined ? Dialog.EndOfTurn : this.#again(dc);
  }

  /** The open question is asked again where what was said has changed; else it stands as it is. */
  async #correct(dc: DialogContext): Promise<DialogTurnResult> {
    const edited = keepEdit(dc, this.#services);
    let result: DialogTurnResult = Dialog.EndOfTurn;
    if (edited === 'changed' && dc.activeDialog !== undefined) result = await this.#again(dc);
    if (edited === 'begun') result = await dc.beginDialog('registration');
    await sayNotes(dc.context);
    return result;
  }

  async #answer(dc: DialogContext, understanding: Understanding): Promise<DialogTurnResult> {
    const { context } = dc;
    // The offer to send the mail again stands in nobody's way.
    if (dc.activeDialog?.id === 'mail' && !answersMail(understanding)) await dc.cancelAllDialogs();
    const elsewhere = await answerElsewhere(dc, understanding, this.#services);
    if (elsewhere !== undefined) return elsewhere;
    const active = dc.activeDialog?.id;
    const happened = this.#keep(dc, understanding);
    if (happened.has('declined')) return this.#decline(dc);
    if (happened.has('helpWanted')) return this.#sendAll(dc);
    const { press } = understanding;
    if (press !== undefined && registrationCards.has(press.card) && isOver(active)) {
      // A card of the registration was answered while something else was asked: that is over.
      return dc.endDialog();
    }
    // "Cancel", said of an answer that was being corrected, was about that correction.
    if (understanding.intent === 'cancel' && happened.has('keptAsItWas'))
      return dc.continueDialog();
    const interrupted = await interrupt(dc, understanding, this.#services);
    if (interrupted === 'again') return this.#again(dc);
    if (interrupted !== undefined) return interrupted;
    if (active !== undefined) return dc.continueDialog();
    const { registration } = memoryOf(context);
    if (registration !== undefined && happened.size > 0 && !happened.has('notUnderstood')) {
      return dc.beginDialog('registration');
    }
    return answerIdle(dc, understanding, this.#services);
  }

  /** Keeps what the message says about the registration; says what happened; the kinds of what happened. */
  #keep(dc: DialogContext, understanding: Understanding): ReadonlySet<EventKind> {
    const { context } = dc;
    const active = dc.activeDialog?.id;
    const { press } = understanding;
    const ofCard = press !== undefined && registrationCards.has(press.card);
    const hasFacts = factsIn(understanding.facts).length > 0;
    const described = active === 'help' && press === undefined;
    const answersElse = active !== 'fields' && !hasFacts;
    if (press === undefined ? described || answersElse : !ofCard) return new Set();
    if (memoryOf(context).registration === undefined) {
      if (press !== undefined || active !== undefined) return new Set();
      if (isAboutDone(context, understanding)) return new Set();
      beginRegistration(context, this.#services);
    }
    const { registration } = memoryOf(context);
    if (registration === undefined) return new Set();
    const occasion = occasionOf(context, this.#services, openNow(dc, this.#services));
    const kept = keep(registration, understanding, occasion);
    remember(context, { registration: kept.registration });
    tell(context, kept.events, understanding);
    const happened = new Set(kept.events.map(({ kind }) => kind));
    noteSaid(context, understanding, happened);
    return happened;
  }

  async #decline(dc: DialogContext): Promise<DialogTurnResult> {
    forget(dc.context, 'registration');
    eraseTraces(dc.context);
    await dc.cancelAllDialogs();
    return Dialog.EndOfTurn;
  }

  /** The offer to send everything was taken up: the person has agreed to what goes along. */
  #sendAll(dc: DialogContext): Promise<DialogTurnResult> {
    const { registration, locale } = memoryOf(dc.context);
    const serial = registration?.rejected.serial ?? '';
    return dc.beginDialog('help', {
      description: texts[locale].conversation.help.unknownSerial(serial),
      share: true,
    });
  }

  async #again(dc: DialogContext): Promise<DialogTurnResult> {
    const { activeDialog } = dc;
    const dialog = activeDialog === undefined ? undefined : dc.findDialog(activeDialog.id);
    if (dialog === undefined) return this.#welcome(dc.context);
    return dialog.resumeDialog(dc, DialogReason.endCalled);
  }

  async #welcome(context: TurnContext): Promise<DialogTurnResult> {
    await welcome(context);
    return Dialog.EndOfTurn;
  }
}

const afterHelp = (context: TurnContext): string =>
  texts[memoryOf(context).locale].handOver.afterHelp;

/** What was stored could not be read: the person is told once, and what was saved of it stands. */
const sayRecovered = (context: TurnContext): void => {
  const { recovered, registration, locale } = memoryOf(context);
  if (!recovered) return;
  const t = texts[locale].conversation;
  note(context, registration === undefined ? t.lostThread : t.lostThreadKept);
  forget(context, 'recovered');
};

const registrationCards: ReadonlySet<CardName> = new Set<CardName>([
  'details',
  'suggestion',
  'offer',
  'terms',
  'machine',
  'meterContact',
  'review',
]);

const answersMail = ({ press, intent, facts }: Understanding): boolean => {
  if (press !== undefined) return press.card === 'question';
  const given = factsIn(facts);
  if (given.length > 0) return given.every((fact) => fact === 'email');
  return intent !== undefined && mailAnswers.has(intent);
};

const mailAnswers: ReadonlySet<Intent> = new Set<Intent>([
  'yes',
  'no',
  'confirm',
  'cancel',
  'repeat',
  'mailAgain',
]);

const isOver = (active: string | undefined) =>
  active === 'help' || active === 'question' || active === 'mail';
