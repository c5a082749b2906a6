import type { Conversation } from '../domain/conversation';
import type { Schema } from './schema';

const days = 86_400_000;

export const conversations: Schema<Conversation> = {
  name: 'conversations',
  expires: { by: 'touchedAt', afterMs: 30 * days },
  hot: true,
};
