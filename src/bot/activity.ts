import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { z } from 'zod';

const id = z.string().min(1).max(1_000);
const member = z.looseObject({ id: z.string().max(1_000) });

/**
 * What an activity has to have before the SDK sees it; the rest of it is passed on as it is. The SDK answers what it does
 * not expect with an error that shows its inside.
 */
const envelope = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.optional(),
  channelId: z.string().min(1).max(200).default('unknown'),
  conversation: z.looseObject({ id }),
  from: member.optional(),
  recipient: member.default({ id: 'bot' }),
  serviceUrl: z.url({ protocol: /^https?$/ }).optional(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  deliveryMode: z.string().nullish(),
  timestamp: z.string().max(100).nullish(),
  membersAdded: z.array(member).nullish(),
  membersRemoved: z.array(member).nullish(),
  attachments: z.array(z.looseObject({})).nullish(),
});

/** `undefined`: this is not an activity, or one that could not be answered. */
export const readActivity = (body: unknown): Activity | undefined => {
  const { success, data } = envelope.safeParse(body);
  if (!success) return undefined;
  const reachable = data.deliveryMode === 'expectReplies' || data.serviceUrl !== undefined;
  // The SDK's type names many more fields, all of them optional in what channels really send.
  return reachable ? (withoutNulls(data) as unknown as Activity) : undefined;
};

/** Some channels send null for what is absent. */
const withoutNulls = (activity: object): object =>
  Object.fromEntries(Object.entries(activity).filter(([, value]) => value !== null));

/**
 * Identity of what happened. An edited message keeps the id of the message, so its time and what it says now tell them apart;
 * `undefined` when the channel gave no id.
 */
export const identityOf = ({ type, id, timestamp, text }: Activity): string | undefined => {
  if (id === undefined) return undefined;
  return type === 'messageUpdate' ? `${id} edited ${timestamp ?? ''} ${hashed(text ?? '')}` : id;
};

/** Identities are kept longer than what was said. */
const hashed = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 16);
