import type { Activity } from 'botbuilder';
import { cardActivityId, cardNumberIn } from '../bot/cardNumber';
import type { Outlet } from '../bot/inProcessAdapter';
import { assistant, channelId } from './channel';
import type { Said } from './said';
import type { Changed, Transcript } from './transcript';

export interface WebChatOutlet extends Outlet {
  /**
   * Holds what a person said until their turn is over and writes it down before the first reply, in one piece with it:
   * a turn that came to nothing leaves nothing behind, and the client may simply post again.
   */
  holding(
    conversation: string,
    said: Said,
    turn: () => Promise<'done' | 'busy'>,
  ): Promise<'done' | 'busy'>;
  /** Called with what is shown at once and not kept. */
  onPassing(listener: (conversation: string, activity: string) => void): void;
}

interface Needs {
  readonly transcript: Transcript;
  readonly newId: () => string;
}

/** Where the bot's words go: into the log, and from there to whoever listens. */
export const makeOutlet = ({ transcript, newId }: Needs): WebChatOutlet => {
  const held = new Map<string, Held>();
  const listeners: ((conversation: string, activity: string) => void)[] = [];

  const writeDown = async (conversation: string, said: readonly Said[], answered?: string) => {
    const turn = answered === undefined ? undefined : held.get(answered);
    if (turn === undefined) return transcript.append(conversation, said);
    const { question, changed } = turn;
    await transcript.append(conversation, [question, ...said], { once: question.id, changed });
    held.delete(question.id);
  };

  return {
    send: async (conversation, activities, answered) => {
      // Web Chat keeps a reply back for seconds when it does not know what it answers.
      const known = answered !== undefined && held.has(answered) ? answered : undefined;
      const said = activities.map((activity) =>
        spoken(
          activity,
          conversation,
          idOf(conversation, activity) ?? newId(),
          activity.type === 'typing' ? undefined : known,
        ),
      );
      for (const one of said.filter(isPassing)) {
        for (const listener of listeners) listener(conversation, JSON.stringify(one));
      }
      const kept = said.filter(isKept);
      if (kept.length > 0) await writeDown(conversation, kept, answered);
      return said.map((one) => (isKept(one) ? one.id : ''));
    },
    update: async (conversation, { id = '', attachments, text, speak }, answered) => {
      const changed = { id, ...named({ attachments, text, speak }) };
      const turn = answered === undefined ? undefined : held.get(answered);
      if (turn === undefined) await transcript.append(conversation, [], { changed: [changed] });
      else turn.changed.push(changed);
    },
    remove: (conversation, activityId) =>
      transcript.replace(
        conversation,
        spoken({ type: 'messageDelete' }, conversation, activityId, undefined),
      ),
    holding: async (conversation, said, turn) => {
      held.set(said.id, { question: said, changed: [] });
      try {
        const outcome = await turn();
        if (outcome === 'done' && held.has(said.id)) await writeDown(conversation, [], said.id);
        return outcome;
      } finally {
        held.delete(said.id);
      }
    },
    onPassing: (listener) => {
      listeners.push(listener);
    },
  };
};

/** What a person said, until it is written down, and what is to be changed of what was said before. */
interface Held {
  readonly question: Said;
  readonly changed: Changed[];
}

const named = (members: object) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

/** A card is found again by its number, whichever process sent it. */
const idOf = (conversation: string, { attachments }: Partial<Activity>): string | undefined => {
  const at = cardNumberIn(attachments);
  return at === undefined ? undefined : cardActivityId(conversation, at);
};

/** Without what is the bot's business alone. */
const spoken = (
  { serviceUrl, recipient, callerId, relatesTo, deliveryMode, ...shown }: Partial<Activity>,
  conversation: string,
  id: string,
  replyToId: string | undefined,
): Said => {
  const said = { ...shown };
  delete said.replyToId;
  return {
    ...said,
    type: shown.type ?? 'message',
    id,
    channelId,
    conversation: { id: conversation },
    from: assistant,
    ...(replyToId === undefined ? {} : { replyToId }),
  };
};

const isPassing = ({ type }: Said): boolean => type === 'typing';

/** Activities between the SDK's parts, which are not said to anyone. */
const silent: readonly string[] = ['delay', 'trace', 'invokeResponse', 'typing'];

const isKept = ({ type }: Said): boolean => !silent.includes(type);
