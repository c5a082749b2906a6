import type { Activity } from 'botbuilder';
import type { Outlet } from '../bot/inProcessAdapter';
import { assistant, channelId } from './channel';
import type { Said, Transcript } from './transcript';

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
  const held = new Map<string, Said>();
  const listeners: ((conversation: string, activity: string) => void)[] = [];

  const writeDown = async (conversation: string, said: readonly Said[], answered?: string) => {
    const question = answered === undefined ? undefined : held.get(answered);
    if (question === undefined) return transcript.append(conversation, said);
    await transcript.append(conversation, [question, ...said], question.id);
    held.delete(question.id);
  };

  return {
    send: async (conversation, activities, answered) => {
      // Web Chat keeps a reply back for seconds when it does not know what it answers.
      const known = answered !== undefined && held.has(answered) ? answered : undefined;
      const said = activities.map((activity) =>
        spoken(activity, conversation, newId(), activity.type === 'typing' ? undefined : known),
      );
      for (const one of said.filter(isPassing)) {
        for (const listener of listeners) listener(conversation, JSON.stringify(one));
      }
      const kept = said.filter(isKept);
      if (kept.length > 0) await writeDown(conversation, kept, answered);
      return said.map((one) => (isKept(one) ? one.id : ''));
    },
    update: (conversation, activity) =>
      transcript.replace(
        conversation,
        spoken(activity, conversation, activity.id ?? '', undefined),
      ),
    remove: (conversation, activityId) =>
      transcript.replace(
        conversation,
        spoken({ type: 'messageDelete' }, conversation, activityId, undefined),
      ),
    holding: async (conversation, said, turn) => {
      held.set(said.id, said);
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
