import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { sketch } from '../cards/draw';
import { texts } from '../src/text/texts';
import { beginRegistration } from './beginRegistration';
import { eraseTraces, memoryOf, numberCard } from './memory';
import { note, say, sayNotes } from './say';
import type { Services } from './services';
import { understandingOf } from './understandingOf';

/** What is asked once before it is done. */
export type Sure = 'cancel' | 'restart';

/** "Do you really want to …?" over whatever is being asked; anything but a yes goes on with that. */
export class QuestionDialog extends Dialog<{ readonly sure: Sure }> {
  readonly #services: Services;

  constructor(services: Services) {
    super('question');
    this.#services = services;
  }

  override async beginDialog(
    dc: DialogContext,
    options?: { readonly sure: Sure },
  ): Promise<DialogTurnResult> {
    Object.assign(dc.activeDialog?.state ?? {}, { sure: options?.sure ?? 'cancel' });
    return this.#ask(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc;
    const { intent, press } = understandingOf(context);
    const t = texts[memoryOf(context).locale].conversation;
    const sure = sureOf(dc);
    const mine = press?.card === 'question' && press.at === dc.activeDialog?.state.at;
    const yes = mine ? press.action === 'yes' : intent === 'yes' || intent === sure;
    if (!yes) {
      note(context, t.goOn);
      return dc.endDialog();
    }
    await dc.cancelAllDialogs();
    if (sure === 'cancel') {
      note(context, t.cancelled);
      await sayNotes(context);
      return Dialog.EndOfTurn;
    }
    beginRegistration(context, this.#services);
    eraseTraces(context);
    note(context, t.restarted);
    return dc.beginDialog('registration');
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#ask(dc);
  }

  async #ask(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc;
    const { locale } = memoryOf(context);
    const t = texts[locale].conversation;
    const at = numberCard(context);
    Object.assign(dc.activeDialog?.state ?? {}, { at });
    const [question, yes, no] =
      sureOf(dc) === 'cancel'
        ? [t.cancelAsk, t.cancelYes, t.cancelNo]
        : [t.restartAsk, t.restartYes, t.restartNo];
    await say(context, [question], sketch('question', locale, { at, question, yes, no }));
    return Dialog.EndOfTurn;
  }
}

const sureOf = (dc: DialogContext): Sure => dc.activeDialog?.state.sure ?? 'cancel';
