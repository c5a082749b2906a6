import { createHash } from 'node:crypto';
import { z } from 'zod';
import { channelId } from './channel';
import type { Said } from './said';
import type { Pass } from './tokens';

/** Only what is named here comes in: who speaks, where and how the answer is delivered is not the client's to say. */
const shape = z.object({
  type: z.enum(['message', 'event', 'typing']),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  name: z.string().max(200).nullish(),
  locale: z.string().max(35).nullish(),
  attachments: z
    .array(z.object({ contentType: z.string().max(200), name: z.string().max(300).nullish() }))
    .max(20)
    .nullish(),
  channelData: z
    .object({
      clientActivityID: z.string().min(1).max(200).optional().catch(undefined),
      // These two decide whether a pressed button is shown as said, after a reload as well.
      postBack: z.boolean().optional().catch(undefined),
      messageBack: z.looseObject({}).optional().catch(undefined),
    })
    .nullish()
    .catch(undefined),
});

/**
 * What a client posted, as we write it down and answer it; `undefined` when it is not an activity that a client may post.
 * Posted again under the same client id it has the same id, so the bot knows it again.
 */
export const readClientActivity = (
  body: unknown,
  { conversation, user }: Pass,
  newId: () => string,
): Said | undefined => {
  const { success, data } = shape.safeParse(body);
  if (!success) return undefined;
  const { type, channelData, ...rest } = data;
  const clientId = channelData?.clientActivityID;
  const given = Object.entries({ ...rest, channelData }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return {
    ...Object.fromEntries(given),
    type,
    ...(data.text == null ? {} : { textFormat: 'plain' }),
    id: clientId === undefined ? newId() : idOf(conversation, clientId),
    channelId,
    conversation: { id: conversation },
    from: { id: user, role: 'user' },
  };
};

const idOf = (conversation: string, clientId: string): string =>
  createHash('sha256').update(`${conversation} ${clientId}`).digest('base64url').slice(0, 22);
