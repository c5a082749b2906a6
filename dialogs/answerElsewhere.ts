import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Intent, Understanding } from '../src/domain/understanding';
import { texts } from '../src/text/texts';
import { beginRegistration } from './beginRegistration';
import { memoryOf, remember } from './memory';
import { elsewhere } from './place';
import { note } from './say';
import type { Services } from './services';

/** In a conversation whose registration goes on elsewhere nothing is begun unawares. `undefined`: this message is not about it. */
export const answerElsewhere = async (
  dc: DialogContext,
  { press, intent }: Understanding,
  services: Services,
): Promise<DialogTurnResult | undefined> => {
  const { context } = dc;
  const { moved, registration, locale } = memoryOf(context);
  if (moved === undefined || moved.over || registration !== undefined) return undefined;
  if (dc.activeDialog !== undefined) return undefined;
  if (
    press === undefined
      ? intent !== undefined && others.has(intent)
      : otherPresses.has(press.action)
  )
    return undefined;
  if (intent === 'restart') {
    remember(context, { moved: { ...moved, over: true } });
    beginRegistration(context, services);
    note(context, texts[locale].conversation.begin);
    return dc.beginDialog('registration');
  }
  note(context, elsewhere(moved.to, locale));
  return Dialog.EndOfTurn;
};

const others: ReadonlySet<Intent> = new Set<Intent>([
  'human',
  'mail',
  'mailAgain',
  'language',
  'thanks',
]);

const otherPresses: ReadonlySet<string> = new Set(['help', 'language']);
