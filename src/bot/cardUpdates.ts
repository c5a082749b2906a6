import type { Activity, ResourceResponse, TurnContext } from 'botbuilder';
import { type AnsweredCard, noteAnswered } from '../../dialogs/answeredCards';
import { conversationOf } from '../../dialogs/conversationKey';
import type { Services } from '../../dialogs/services';
import type { Memory } from '../../dialogs/state';
import { understandingOf } from '../../dialogs/understandingOf';
import type { Conversation } from '../domain/conversation';
import type { Collection } from '../services/collection';
import { errorName } from '../services/errorName';
import type { Log } from '../services/log';
import { cardActivityId, cardNumberIn } from './cardNumber';
import { inProcessServiceUrl } from './inProcessAdapter';
import { untilTime } from './patience';
import { plainMessage } from './plainMessage';

/** Puts the answered form in the place of cards that were answered. A courtesy throughout: an answered card that stays says so when it is pressed. */
export interface CardUpdates {
  /** Within the turn: what was answered in it. Remembers which cards are open. */
  note(
    context: TurnContext,
    before: Memory,
    replies: readonly Partial<Activity>[],
  ): Promise<readonly AnsweredCard[]>;
  /** Before the replies: in our own web chat both are written in one piece. */
  ahead(context: TurnContext, answered: readonly AnsweredCard[]): Promise<void>;
  /** Once they are sent: remembers where the new cards stand, and replaces the answered ones. */
  afterwards(context: TurnContext, turn: SentTurn): Promise<void>;
}

interface SentTurn {
  readonly answered: readonly AnsweredCard[];
  readonly stored: readonly Partial<Activity>[];
  /** What the channel said of each. */
  readonly sent: readonly ResourceResponse[];
  /** How long this may take. */
  readonly ms: number;
}

interface Needs {
  readonly conversations: Collection<Conversation>;
  readonly services: Pick<Services, 'terms' | 'publicUrl'>;
  readonly log: Log;
}

export const makeCardUpdates = ({ conversations, services, log }: Needs): CardUpdates => {
  /** The ids of the last cards of a conversation, the ones just sent among them. */
  const idsOf = async (_id: string, sent: readonly { at: number; id: string }[]) => {
    const [found] =
      sent.length === 0
        ? await conversations.find({ _id })
        : [
            await conversations.change(
              { _id },
              { $push: { sent: { $each: sent, $slice: -mostKept } } },
            ),
          ];
    return new Map(found?.sent?.map(({ at, id }) => [at, id]));
  };

  const replace = async (context: TurnContext, { answered, stored, sent }: SentTurn) => {
    const { activity } = context;
    const numbered = stored.flatMap(({ attachments }, index) => {
      const at = cardNumberIn(attachments);
      const id = sent[index]?.id ?? '';
      return at === undefined || id === '' ? [] : [{ at, id }];
    });
    if (answered.length === 0 && numbered.length === 0) return;
    const ids = await idsOf(conversationOf(activity), numbered);
    const pressed = understandingOf(context)?.press?.at;
    for (const { at, card, text } of answered) {
      const id = ids.get(at) ?? (at === pressed ? activity.replyToId : undefined);
      if (id === undefined) continue;
      await context.updateActivity({
        type: 'message',
        id,
        attachments: [card],
        // Teams takes a card that comes with words for another message.
        ...(activity.channelId === 'msteams' ? {} : plainMessage(text)),
      });
    }
  };

  return {
    note: async (context, before, replies) => {
      if (!isUpdatable(context.activity)) return [];
      const attachments = replies.flatMap((reply) => reply.attachments ?? []);
      return noteAnswered(context, before, attachments, services);
    },
    ahead: async (context, answered) => {
      const { conversation, serviceUrl } = context.activity;
      if (serviceUrl !== inProcessServiceUrl) return;
      // Only noted: it is written with the replies.
      for (const { at, card } of answered) {
        const id = cardActivityId(conversation.id, at);
        await context.updateActivity({ type: 'message', id, attachments: [card] });
      }
    },
    afterwards: async (context, turn) => {
      const { activity } = context;
      if (activity.serviceUrl === inProcessServiceUrl || !isUpdatable(activity)) return;
      try {
        await inMs(turn.ms, replace(untilTime(context, turn.ms), turn));
      } catch (error) {
        log.info({ event: 'cards.notReplaced', error: errorName(error) });
      }
    },
  };
};

/** As many as are remembered to be open, and those answered since. */
const mostKept = 8;

/** Channels that let a bot change what it said; elsewhere nothing is remembered for it. */
const updating: ReadonlySet<string> = new Set(['msteams', 'emulator']);

const isUpdatable = ({ channelId, serviceUrl, deliveryMode }: Activity): boolean =>
  serviceUrl === inProcessServiceUrl ||
  (updating.has(channelId) && deliveryMode !== 'expectReplies');

/** What is late goes on without being waited for. */
const inMs = async (ms: number, work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
};
