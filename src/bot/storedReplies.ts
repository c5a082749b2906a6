import type { Activity } from 'botbuilder';
import { drawn } from '../../cards/draw';

/** What is needed to send replies again, as JSON; addresses are put on by the context that sends them. */
export const storedReplies = (replies: readonly Partial<Activity>[]): string =>
  JSON.stringify(replies.map(reduced));

/** The replies as they go to the channel, with their cards drawn. */
export const repliesFrom = (stored: string | undefined): readonly Partial<Activity>[] => {
  const replies: readonly Partial<Activity>[] = JSON.parse(stored ?? '[]');
  return replies.map(({ attachments, ...reply }) =>
    attachments === undefined
      ? reply
      : { ...reply, attachments: attachments.flatMap((one) => drawn(one) ?? []) },
  );
};

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
  speak,
  textFormat,
  locale,
  inputHint,
  attachments,
  suggestedActions,
});
