import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { sketch } from '../cards/draw';
import { cleanText } from '../src/domain/cleanText';
import { type HelpDraft, helpQuestion, longestDescription } from '../src/domain/helpDraft';
import { factsIn } from '../src/domain/merge';
import { emailShown } from '../src/domain/recognise/email';
import type { Understanding } from '../src/domain/understanding';
import { texts } from '../src/text/texts';
import { clockTime } from './clockTime';
import { conversationOf } from './conversationKey';
import { setHelpSent } from './helpSent';
import { memoryOf, numberCard } from './memory';
import { note, say } from './say';
import type { Services } from './services';
import { summaryOf } from './show';
import { toldIn } from './toldIn';
import { understandingOf } from './understandingOf';

/** What is known of the request when it begins, for instance from a serial number that was not found. */
export type HelpOptions = Omit<HelpDraft, 'id'>;

/** « Soulever une demande d'aide »: a few words, an address to answer to, and what was filled in if the person agrees. */
export class HelpDialog extends Dialog<HelpOptions> {
  readonly #services: Services;

  constructor(services: Services) {
    super('help');
    this.#services = services;
  }

  override async beginDialog(dc: DialogContext, options?: HelpOptions): Promise<DialogTurnResult> {
    const { registration, done } = memoryOf(dc.context);
    const email = registration?.draft.email ?? done?.email;
    write(dc, {
      id: `D-${this.#services.newNumber()}`,
      ...(email === undefined ? {} : { email }),
      ...options,
    });
    return this.#next(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc;
    const understood = understandingOf(context);
    const t = texts[memoryOf(context).locale].conversation;
    const { press, intent } = understood;
    if (press?.card === 'help' ? press.action === 'cancel' : intent === 'cancel') {
      note(context, t.help.cancelled);
      return dc.endDialog();
    }
    const before = read(dc);
    const after = answered(before, understood, hasAnswers(dc));
    const { id } = context.activity;
    const isDescribed = after.description !== before.description && id !== undefined;
    write(dc, isDescribed ? { ...after, describedIn: id } : after);
    if (after === before) note(context, ...this.#complaint(dc, understood));
    return this.#next(dc);
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#next(dc);
  }

  async #next(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc;
    const { locale, registration } = memoryOf(context);
    const help = read(dc);
    const question = helpQuestion(help, hasAnswers(dc));
    if (question === undefined) return this.#send(dc, help);
    const t = texts[locale];
    const at = numberCard(context);
    if (question === 'share') {
      const items = summaryOf(registration?.draft ?? {}, locale);
      const { share, shareYes, shareNo } = t.conversation.help;
      const card = { at, question: share(items), yes: shareYes, no: shareNo };
      await say(context, [share(items)], sketch('question', locale, card));
      return Dialog.EndOfTurn;
    }
    await say(
      context,
      [question === 'description' ? t.conversation.help.ask : t.conversation.help.email],
      sketch('help', locale, {
        at,
        hasDraft: hasAnswers(dc),
        includeDraft: help.share === true,
        ...(help.email === undefined ? {} : { email: emailShown(help.email) }),
        ...(help.description === undefined ? {} : { description: help.description }),
      }),
    );
    return Dialog.EndOfTurn;
  }

  async #send(dc: DialogContext, help: HelpDraft): Promise<DialogTurnResult> {
    const { context } = dc;
    const { locale, registration } = memoryOf(context);
    const { id, description = '', email = '', share } = help;
    const t = texts[locale].conversation.help;
    const answer = await this.#services.requestHelp({
      id,
      description,
      email,
      ...(share === true && registration !== undefined ? { draft: registration.draft } : {}),
      locale,
      channel: context.activity.channelId,
      conversation: conversationOf(context.activity),
      toldIn: toldIn(context),
      helpMailTo: this.#services.helpMailTo,
    });
    if (answer.kind === 'taken') {
      return this.#send(dc, { ...help, id: `D-${this.#services.newNumber()}` });
    }
    if (answer.kind === 'requested') setHelpSent(context, { id, description, email });
    note(
      context,
      answer.kind === 'requested'
        ? t.sent(answer.id, emailShown(email))
        : t.limited(clockTime(answer.until, locale)),
    );
    return dc.endDialog();
  }

  #complaint(dc: DialogContext, { problems, unusable }: Understanding): readonly string[] {
    const { locale } = memoryOf(dc.context);
    const { conversation: t, problems: sentences } = texts[locale];
    if (unusable === 'tooLong') return [t.tooLong];
    const question = helpQuestion(read(dc), hasAnswers(dc));
    if (question === 'description') return [t.help.tooShort];
    if (question === 'share') return [t.yesOrNo];
    if (problems.length === 0) return [t.notUnderstood];
    return problems.map((problem) => sentences[problem.kind](problem));
  }
}

/** The message that described the problem was edited: whether that is so. */
export const redescribe = (dc: DialogContext): boolean => {
  const { id, text } = dc.context.activity;
  if (dc.activeDialog?.id !== 'help') return false;
  const help = read(dc);
  const description = described(cleanText(text ?? ''));
  if (help.describedIn === undefined || help.describedIn !== id) return false;
  if (description !== undefined) write(dc, { ...help, description });
  return true;
};

/** The request with what a message adds to it; the same request when it adds nothing. */
const answered = (
  help: HelpDraft,
  { press, extras, facts, text, intent, unusable }: Understanding,
  hasDraft: boolean,
): HelpDraft => {
  const { email } = facts;
  if (press?.card === 'help') {
    const description = described(extras.description);
    // A tick box answers with text.
    const ticked = ticks.get(String(extras.includeDraft));
    return {
      ...help,
      ...(description === undefined ? {} : { description }),
      ...(email === undefined ? {} : { email }),
      ...(ticked === undefined ? {} : { share: ticked }),
    };
  }
  if (unusable !== undefined) return help;
  switch (helpQuestion(help, hasDraft)) {
    case 'description': {
      const description = intent === 'yes' || intent === 'no' ? undefined : described(text);
      return description === undefined
        ? help
        : { ...help, description, ...(email === undefined ? {} : { email }) };
    }
    case 'email':
      return email === undefined ? help : { ...help, email };
    case 'share': {
      const yes = press?.card === 'question' ? press.action === 'yes' : intent === 'yes';
      const no = press?.card === 'question' ? press.action === 'no' : intent === 'no';
      return yes || no ? { ...help, share: yes } : help;
    }
    case undefined:
      return help;
  }
};

const ticks: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

const described = (text: unknown): string | undefined => {
  if (typeof text !== 'string') return undefined;
  const description = text.trim().slice(0, longestDescription);
  return description.length < 3 ? undefined : description;
};

const hasAnswers = (dc: DialogContext): boolean => {
  const { registration } = memoryOf(dc.context);
  return registration !== undefined && factsIn(registration.draft).length > 0;
};

const read = (dc: DialogContext): HelpDraft => dc.activeDialog?.state.help;

const write = (dc: DialogContext, help: HelpDraft): void => {
  Object.assign(dc.activeDialog?.state ?? {}, { help });
};
