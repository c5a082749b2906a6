import type { Activity, ResourceResponse, TurnContext } from 'botbuilder';
import { DialogContextError } from 'botbuilder-dialogs';
import { languageTold, localeOf } from '../../dialogs/adoptLanguage';
import type { AnsweredCard } from '../../dialogs/answeredCards';
import { conversationOf } from '../../dialogs/conversationKey';
import { memoryJson, memoryOf, openMemory, tracesErased } from '../../dialogs/memory';
import type { Memory } from '../../dialogs/state';
import type { FunnelStep } from '../domain/funnelStep';
import type { Log } from '../services/log';
import { type Meter, noMeter, type TurnOutcome } from '../services/meter';
import { StoreAway } from '../services/storeAway';
import { texts } from '../text/texts';
import { identityOf } from './activity';
import type { Logic } from './adapter';
import type { CardUpdates } from './cardUpdates';
import { ConversationBusy } from './hold';
import { type Kind, kindOf } from './kindOf';
import { untilTime } from './patience';
import { plainMessage } from './plainMessage';
import { sendInTime } from './sendInTime';
import type { Sends } from './sends';
import { repliesFrom, storedReplies } from './storedReplies';
import type { Turn, TurnResult } from './turn';
import { showTyping } from './typing';

interface Needs {
  readonly turn: Turn;
  readonly sends: Sends;
  /** Works on the memory that is open in the context; what it sends is held back. */
  readonly answer: (context: TurnContext) => Promise<void>;
  /** The steps that the registration came to; remembers them. */
  readonly progress?: (context: TurnContext, before: Memory) => readonly FunnelStep[];
  /** Shows answered cards as answered, where the channel can. */
  readonly cards?: CardUpdates;
  readonly newReference: () => string;
  readonly log: Log;
  readonly meter?: Pick<Meter, 'turn' | 'reached'>;
}

/** One activity, one effect: the dialogs run inside a turn, and what they said is sent once it is stored. */
export const makeLogic =
  ({
    turn,
    sends,
    answer,
    progress = () => [],
    cards,
    newReference,
    log,
    meter = noMeter,
  }: Needs): Logic =>
  async (context) => {
    const began = performance.now();
    const { activity } = context;
    const channel = activity.channelId;
    const conversation = conversationOf(activity);
    let outcome: TurnOutcome = 'repeated';
    let reached: readonly FunnelStep[] = [];
    let answered: readonly AnsweredCard[] = [];
    const hold = holdReplies(context);
    const typing = showTyping(context);
    const run = async (state: string): Promise<TurnResult> => {
      const replies = hold.start();
      try {
        openMemory(context, state);
        const before = memoryOf(context);
        if (before.recovered) log.warn({ event: 'state.recovered' });
        await answer(context);
        reached = progress(context, before);
        answered = (await cards?.note(context, before, replies)) ?? [];
        outcome = 'answered';
        return {
          state: memoryJson(context),
          replies: storedReplies(replies),
          forgets: tracesErased(context),
        };
      } catch (error) {
        // Nothing is put down as answered that only waits for the store: the person, or the channel, sends it again.
        if (isStoreAway(error)) throw error;
        const reference = newReference();
        log.error({ event: 'turn.failed', reference, ...described(error) });
        openMemory(context, state);
        reached = [];
        answered = [];
        outcome = 'failed';
        const text = texts[memoryOf(context).locale].conversation.failed(reference);
        return { state, replies: storedReplies([plainMessage(text)]) };
      } finally {
        hold.stop();
      }
    };
    let stored: readonly Partial<Activity>[] = [];
    try {
      const replies = await turn({
        conversation,
        activity: identityOf(activity),
        run,
      });
      stored = repliesFrom(replies);
      if (reached.length > 0) meter.reached(reached, { locale: memoryOf(context).locale, channel });
    } catch (error) {
      outcome = error instanceof ConversationBusy ? 'busy' : 'notKept';
      answered = [];
      if (error instanceof ConversationBusy) throw error;
      // The store is away: nothing was recorded, so the person has to send it again.
      log.error({ event: 'turn.notKept', ...described(error) });
      if (!heard.has(kindOf(activity))) return;
      stored = [plainMessage(texts[localeOf(languageTold(activity) ?? '')].conversation.notKept)];
    } finally {
      await typing.over();
      meter.turn({ channel, outcome, seconds: (performance.now() - began) / 1_000 });
    }
    const left = () => answerMs - (performance.now() - began);
    const sending = (async () => {
      await cards?.ahead(context, answered);
      if (stored.length === 0) return;
      let sent: readonly ResourceResponse[] = [];
      const ms = Math.max(leastSendMs, left());
      const outcome = await sendInTime(ms, async () => {
        sent = await untilTime(context, ms).sendActivities([...stored]);
      });
      if (outcome === 'refused') log.info({ event: 'turn.refused', channel });
      else await cards?.afterwards(context, { answered, stored, sent, ms: Math.max(0, left()) });
    })();
    sends.track(conversation, sending);
    await sending;
  };

/** What a person said to us: it is not lost without a word. */
const heard: ReadonlySet<Kind> = new Set<Kind>(['message', 'edit']);

/** Who posted the activity waits no longer than three seconds. */
const answerMs = 2_700;
const leastSendMs = 250;

/** Between start and stop what the dialogs send is collected instead. */
const holdReplies = (context: TurnContext) => {
  let held: Partial<Activity>[] | undefined;
  context.onSendActivities(async (_, activities, next) => {
    if (held === undefined || activities.every(isTyping)) return next();
    held.push(...activities);
    return activities.map(() => ({ id: '' }));
  });
  return {
    start: (): readonly Partial<Activity>[] => {
      held = [];
      return held;
    },
    stop: (): void => {
      held = undefined;
    },
  };
};

const isTyping = ({ type }: Partial<Activity>): boolean => type === 'typing';

const isStoreAway = (error: unknown): boolean =>
  error instanceof DialogContextError ? isStoreAway(error.error) : error instanceof StoreAway;

/** Name and place, never the message: it may quote what the person typed. */
const described = (error: unknown): { readonly error: string; readonly at?: string } => {
  if (error instanceof DialogContextError) return described(error.error);
  if (error instanceof StoreAway && error.cause !== undefined) return described(error.cause);
  if (!(error instanceof Error)) return { error: typeof error };
  // The stack begins with the message, which may have lines of its own.
  const places = error.stack?.slice(error.stack.indexOf(error.message) + error.message.length);
  const at = places?.split('\n').find((line) => line.startsWith('    at '));
  return at === undefined ? { error: error.name } : { error: error.name, at: at.trim() };
};
