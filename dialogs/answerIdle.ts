import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { emailShown } from '../src/domain/recognise/email';
import type { Understanding } from '../src/domain/understanding';
import { texts } from '../src/text/texts';
import { beginRegistration } from './beginRegistration';
import { summarySaid } from './interruptions';
import { isAboutDone } from './isAboutDone';
import { memoryOf } from './memory';
import { note } from './say';
import type { Services } from './services';
import { welcome } from './welcome';

/** What is said while nothing is asked. */
export const answerIdle = async (
  dc: DialogContext,
  understanding: Understanding,
  services: Services,
): Promise<DialogTurnResult> => {
  const { context } = dc;
  const { intent, press } = understanding;
  const { registration, greeted, done } = memoryOf(context);
  const isNew = registration === undefined && done === undefined;
  const t = texts[memoryOf(context).locale].conversation;
  const toResume = registration !== undefined || done === undefined;
  const agreed = (intent === 'yes' && greeted && toResume) || (intent === 'confirm' && isNew);
  if (press?.action === 'start' || intent === 'start' || agreed) {
    if (registration === undefined) {
      beginRegistration(context, services);
      note(context, t.begin);
    } else note(context, t.resumed);
    return dc.beginDialog('registration');
  }
  const aboutMail = intent === 'mail' || intent === 'mailAgain';
  if (done !== undefined && aboutMail) return dc.beginDialog('mail');
  if (isAboutDone(context, understanding)) {
    const { email } = understanding.facts;
    if (email !== undefined) return dc.beginDialog('mail', { email });
    note(context, t.recorded);
  } else if (press !== undefined)
    note(context, t.closedCard, ...(await mailNews(context, services)));
  else if (aboutMail) note(context, t.mailNone);
  else if (intent === 'confirm' && done !== undefined) note(context, t.recorded);
  else if (intent === 'help') note(context, t.idleHelp);
  else if (intent === 'thanks') note(context, t.thanks);
  else if (intent === 'cancel') note(context, t.nothingToCancel);
  else if (intent === 'summary') note(context, summarySaid(context));
  else if ((isNew && !greeted) || intent === 'repeat') {
    await welcome(context);
  } else if (intent === 'greeting') note(context, t.hello, t.welcomeBack);
  else if (intent !== undefined) note(context, t.welcomeBack);
  else note(context, complaint(understanding, context), t.welcomeBack);
  return Dialog.EndOfTurn;
};

/** The true state of the mail of the last registration. */
const mailNews = async (context: TurnContext, services: Services): Promise<readonly string[]> => {
  const { done, locale } = memoryOf(context);
  if (done === undefined) return [];
  const state = await services.mailState({ account: done.account, mail: done.mail });
  return state === undefined
    ? []
    : [texts[locale].conversation.mail[state](emailShown(done.email))];
};

const complaint = ({ unusable }: Understanding, context: TurnContext): string => {
  const t = texts[memoryOf(context).locale].conversation;
  if (unusable === 'tooLong') return t.tooLong;
  if (unusable === 'symbols') return t.symbolsOnly;
  const { attachments = [] } = context.activity;
  return unusable === 'empty' && attachments.length > 0 ? t.notText : t.notUnderstood;
};
