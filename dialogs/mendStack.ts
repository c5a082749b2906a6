import type { DialogContext } from 'botbuilder-dialogs';
import { openQuestion } from '../src/domain/question';
import { memoryOf } from './memory';
import { isStep, stackAt } from './registrationDialog';
import type { Services } from './services';

/**
 * While two releases answer in one conversation, the other one may have left a dialog on the stack that this one does not
 * have. What lies below it goes on; where that was the registration, with the question that is open.
 */
export const mendStack = (dc: DialogContext, { terms }: Services): void => {
  const { stack } = dc;
  const { registration, locale, recovered } = memoryOf(dc.context);
  const strange = stack.findIndex(
    (frame) => dc.findDialog(frame.id) === undefined || !isStep(frame),
  );
  if (strange === -1 && !recovered) return;
  if (strange !== -1) stack.splice(strange);
  if (registration === undefined || dc.activeDialog?.id === 'fields') return;
  const open = openQuestion(registration, terms[locale].version);
  const stage = open === undefined || open.stage === 'here' ? 'details' : open.stage;
  stack.splice(0, stack.length, ...stackAt(stage));
};
