import type { DialogContext } from 'botbuilder-dialogs';
import { helpQuestion } from '../src/domain/helpDraft';
import { factsIn } from '../src/domain/merge';
import { openQuestion, type Question } from '../src/domain/question';
import type { Asked } from '../src/domain/readMessage';
import { memoryOf } from './memory';
import type { Services } from './services';

/** The question of the registration that the person has before them, if any. */
export const openNow = (dc: DialogContext, services: Services): Question | undefined => {
  const { registration, locale } = memoryOf(dc.context);
  if (dc.activeDialog?.id !== 'fields' || registration === undefined) return undefined;
  return openQuestion(registration, services.terms[locale].version)?.question;
};

/** What a short answer would be about. */
export const askedNow = (dc: DialogContext, services: Services): Asked | undefined => {
  const { activeDialog, context } = dc;
  if (activeDialog?.id === 'question' || activeDialog?.id === 'mail') return 'yesNo';
  if (activeDialog?.id === 'help') {
    const draft = memoryOf(context).registration?.draft ?? {};
    return helpAsks[helpQuestion(activeDialog.state.help, factsIn(draft).length > 0) ?? 'share'];
  }
  const question = openNow(dc, services);
  if (question === undefined) return undefined;
  return question.kind === 'written' ? question.asks : asks[question.kind];
};

const helpAsks = { description: 'free', email: 'email', share: 'yesNo' } as const;

const asks: Readonly<Record<Exclude<Question['kind'], 'written'>, Asked>> = {
  emailSuggestion: 'yesNo',
  machineSuggestion: 'yesNo',
  offer: 'yesNo',
  terms: 'termsAccepted',
  lookUp: 'serial',
  meterContact: 'meterContact',
  review: 'confirm',
};
