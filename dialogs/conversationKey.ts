import type { Activity } from 'botbuilder';

/** Conversation ids are unique within a channel only. */
export const conversationOf = ({
  channelId,
  conversation,
}: Pick<Activity, 'channelId' | 'conversation'>): string => `${channelId}|${conversation.id}`;
