import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { sketch } from '../cards/draw';
import { emailShown } from '../src/domain/recognise/email';
import { suggestEmail } from '../src/domain/recognise/emailSuggestion';
import type { Resent } from '../src/services/resend';
import { texts } from '../src/text/texts';
import { callerOf } from './caller';
import { clockTime } from './clockTime';
import { memoryOf, numberCard, remember } from './memory';
import { note, say } from './say';
import type { Services } from './services';
import type { Done } from './state';
import { toldIn } from './toldIn';
import { understandingOf } from './understandingOf';

export interface MailOptions {
  /** The address that is right, when the person has said so already. */
  readonly email?: string;
}

/** "I did not get the mail": sends it again, or to the right address. What is said is the same whether or not the address had an account. */
export class MailDialog extends Dialog<MailOptions> {
  readonly #services: Services;

  constructor(services: Services) {
    super('mail');
    this.#services = services;
  }

  override async beginDialog(dc: DialogContext, options?: MailOptions): Promise<DialogTurnResult> {
    return options?.email === undefined ? this.#ask(dc) : this.#heard(dc, options.email);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc;
    const { intent, press, facts } = understandingOf(context);
    const t = texts[memoryOf(context).locale].conversation;
    const proposed = proposedIn(dc);
    const mine = press?.card === 'question' && press.at === dc.activeDialog?.state.at;
    const again = press === undefined && proposed === undefined && intent === 'mailAgain';
    const agreed = intent === 'yes' || intent === 'confirm' || again;
    const yes = mine ? press.action === 'yes' : agreed;
    const no = mine ? press.action === 'no' : intent === 'no' || intent === 'cancel';
    if (facts.email !== undefined) return this.#heard(dc, facts.email);
    if (proposed !== undefined && (yes || no)) {
      return this.#correct(dc, yes ? proposed.proposed : proposed.given);
    }
    if (yes) return this.#resend(dc);
    if (no) note(context, t.mailHint);
    else note(context, t.notUnderstood, t.welcomeBack);
    return dc.endDialog();
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#ask(dc);
  }

  async #ask(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc;
    const { done, locale } = memoryOf(context);
    const t = texts[locale].conversation;
    if (done === undefined) return dc.endDialog();
    if (await this.#services.resend.isActivated(done)) {
      note(context, t.alreadyActive);
      return dc.endDialog();
    }
    const state = await this.#services.mailState({ account: done.account, mail: done.mail });
    const email = emailShown(done.email);
    if (state !== undefined) note(context, t.mail[state](email));
    const cameBack = state === 'bounced' || state === 'dropped';
    if (cameBack) note(context, t.correctHere);
    const question = cameBack ? t.tryAgainAsk(email) : t.resendAsk(email);
    return this.#question(dc, question, { yes: t.resendYes, no: t.resendNo });
  }

  async #question(
    dc: DialogContext,
    question: string,
    titles: { readonly yes: string; readonly no: string },
  ): Promise<DialogTurnResult> {
    const { context } = dc;
    const { locale } = memoryOf(context);
    const at = numberCard(context);
    Object.assign(dc.activeDialog?.state ?? {}, { at });
    await say(context, [question], sketch('question', locale, { at, question, ...titles }));
    return Dialog.EndOfTurn;
  }

  /** An address that looks misspelt is asked about, as during the registration. */
  async #heard(dc: DialogContext, given: string): Promise<DialogTurnResult> {
    const { locale } = memoryOf(dc.context);
    const proposed = suggestEmail(given);
    if (proposed === undefined) return this.#correct(dc, given);
    const t = texts[locale];
    Object.assign(dc.activeDialog?.state ?? {}, { proposed: { given, proposed } });
    return this.#question(
      dc,
      t.conversation.emailSuggestion(emailShown(given), emailShown(proposed)),
      { yes: t.cards.suggestion.yes, no: t.cards.suggestion.email.no },
    );
  }

  async #resend(dc: DialogContext): Promise<DialogTurnResult> {
    const { done } = memoryOf(dc.context);
    if (done === undefined) return dc.endDialog();
    const { account, mail, email } = done;
    const resent = await this.#services.resend.resend({
      account,
      mail,
      toldIn: toldIn(dc.context),
      ...callerOf(dc.context),
    });
    return this.#end(dc, resent, { ...done, email });
  }

  async #correct(dc: DialogContext, email: string): Promise<DialogTurnResult> {
    const { done } = memoryOf(dc.context);
    if (done === undefined) return dc.endDialog();
    const { request } = done;
    const told = toldIn(dc.context);
    const corrected = await this.#services.resend.correctAddress({
      account: request.id,
      email,
      toldIn: told,
      ...callerOf(dc.context),
    });
    // The first address had an account of somebody else: this is the registration that counts.
    const resent =
      corrected.kind === 'unregistered'
        ? {
            ...(await this.#services.register({
              id: request.id,
              facts: { ...request.facts, email },
              consent: {
                ...request.consent,
                shownAt: new Date(request.consent.shownAt),
                acceptedAt: new Date(request.consent.acceptedAt),
              },
              locale: request.locale,
              toldIn: told,
            })),
            kind: 'queued' as const,
          }
        : corrected;
    return this.#end(dc, resent, { ...done, email });
  }

  async #end(dc: DialogContext, resent: Resent, done: Done): Promise<DialogTurnResult> {
    const { context } = dc;
    const { locale } = memoryOf(context);
    const t = texts[locale].conversation;
    switch (resent.kind) {
      case 'queued':
        remember(context, { done: { ...done, account: resent.account, mail: resent.mail } });
        note(context, t.mail.queued(emailShown(done.email)), t.olderLinksDie);
        break;
      case 'limited':
        note(context, t.resendLimited(clockTime(resent.until, locale)));
        break;
      case 'active':
        note(context, t.alreadyActive);
        break;
    }
    return dc.endDialog();
  }
}

const proposedIn = (
  dc: DialogContext,
): { readonly given: string; readonly proposed: string } | undefined =>
  dc.activeDialog?.state.proposed;
