import type { Attachment, TurnContext } from 'botbuilder';
import type { Card } from '../cards/template';
import { type OpenCard, type Standing, standingOf, type Turned } from '../src/domain/openCard';
import { answeredView } from './answeredView';
import { helpSentIn } from './helpSent';
import { dialogStack, forget, memoryOf, remember } from './memory';
import { openCardIn } from './openCardIn';
import type { Services } from './services';
import type { Memory } from './state';
import { understandingOf } from './understandingOf';

/** A card that was answered in this turn, and what takes its place. */
export interface AnsweredCard {
  readonly at: number;
  readonly card: Card;
  /** The same in a sentence. */
  readonly text: string;
}

/** Which of the cards that were open are so no more after this turn; remembers those that are. */
export const noteAnswered = async (
  context: TurnContext,
  before: Memory,
  sent: readonly Attachment[],
  { terms, publicUrl }: Pick<Services, 'terms' | 'publicUrl'>,
): Promise<readonly AnsweredCard[]> => {
  const after = memoryOf(context);
  const understanding = understandingOf(context);
  const press = understanding?.press;
  const asked = sent.map(openCardIn).filter((card) => card !== undefined);
  const turned: Turned = {
    before: before.registration,
    after: after.registration,
    wentThrough: after.done !== undefined && after.done.request.id !== before.done?.request.id,
    moved: after.moved !== undefined && after.moved.id !== before.moved?.id,
    press,
  };
  const dialogs = await dialogsOn(context);
  const stands = (card: OpenCard): Standing => {
    if (card.card === 'help') return dialogs.has('help') ? 'open' : 'over';
    if (card.card === 'question') {
      const asksStill = ['question', 'mail', 'help'].some((dialog) => dialogs.has(dialog));
      return asksStill && asked.length === 0 ? 'open' : 'over';
    }
    return standingOf(card, turned);
  };
  const known = (before.open ?? []).map((card) => ({ card, standing: stands(card) }));
  const open = [
    ...known.filter(({ standing }) => standing === 'open').map(({ card }) => card),
    ...asked,
  ].slice(-mostOpen);
  if (open.length > 0) remember(context, { open });
  else if (after.open !== undefined) forget(context, 'open');
  return known
    .filter(({ standing }) => standing !== 'open')
    .map(({ card, standing }) => ({
      at: card.at,
      ...answeredView(card, standing, {
        ...turned,
        locale: after.locale,
        intent: understanding?.intent,
        helpSent: helpSentIn(context),
        terms: terms[after.locale],
        publicUrl,
      }),
    }));
};

/** Older ones stay as they are. */
const mostOpen = 6;

/** Names of the dialogs under way. */
const dialogsOn = async (context: TurnContext): Promise<ReadonlySet<string>> =>
  new Set(namesIn(await dialogStack.get(context)));

const namesIn = (state: unknown): readonly string[] => {
  const { dialogStack: frames = [] }: { readonly dialogStack?: readonly Frame[] } = Object(state);
  return frames.flatMap(({ id, state: { dialogs } }) => [id, ...namesIn(dialogs)]);
};

interface Frame {
  readonly id: string;
  readonly state: { readonly dialogs?: unknown };
}
