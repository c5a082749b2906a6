import { createHash } from 'node:crypto';
import type { Attachment } from 'botbuilder';

/** The number of the card that an activity brings to a channel: its buttons carry it. */
export const cardNumberIn = (
  attachments: readonly Attachment[] | undefined,
): number | undefined => {
  for (const { content } of attachments ?? []) {
    const at = numberIn(content);
    if (at !== undefined) return at;
  }
  return undefined;
};

const numberIn = (node: unknown): number | undefined => {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('type' in node && node.type === 'Action.Submit' && 'data' in node) {
    const { at }: { readonly at?: unknown } = Object(node.data);
    return typeof at === 'number' ? at : undefined;
  }
  // Buttons stand at the end of a card.
  for (const inner of Object.values(node).reverse()) {
    const at = numberIn(inner);
    if (at !== undefined) return at;
  }
  return undefined;
};

/** The id of the activity with that card in a conversation of our own web chat: nothing has to remember it. */
export const cardActivityId = (conversation: string, at: number): string =>
  createHash('sha256').update(`${conversation} card ${at}`).digest('base64url').slice(0, 22);
