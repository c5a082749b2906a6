import type { Activity } from 'botbuilder';
import { drawn } from '../../cards/draw';

/** What is needed to send replies again, as JSON; addresses are put on by the context that sends them. */
export const storedReplies = (replies: readonly Partial<Activity>[]): string =>
  JSON.stringify(replies.map(reduced));

/** The replies as they go to the channel, with their cards drawn. */
export const repliesFrom = (stored: string | undefined): readonly Partial<Activity>[] => {
  const replies: readonly Partial<Activity>[] = JSON.parse(stored ?? '[]');
  return replies.map(({ attachments, ...reply }) => ({
    ...reply,
    ...(reply.text !== undefined && reply.speak === undefined && { speak: aloud(reply.text) }),
    ...(attachments !== undefined && {
      attachments: attachments.flatMap((one) => drawn(one) ?? []),
    }),
  }));
};

/** A reply is written anew with every turn of its conversation, so what its text says already is not kept. */
const reduced = ({
  type,
  text,
  speak,
  textFormat,
  locale,
  inputHint,
  attachments,
  suggestedActions,
}: Partial<Activity>) => ({
  type,
  text,
  ...(text !== undefined && speak === aloud(text) ? {} : { speak }),
  textFormat,
  locale,
  inputHint,
  attachments,
  suggestedActions,
});

/** Paragraphs are for the eye. */
const aloud = (text: string): string => text.replaceAll('\n\n', ' ');
