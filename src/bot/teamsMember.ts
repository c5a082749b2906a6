import { TeamsInfo, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { MemberOf } from '../../dialogs/services';
import type { Member } from '../domain/offer';
import { untilTime } from './patience';

/** What Teams says of the person who speaks; elsewhere there is nobody to ask. */
export const teamsMember: MemberOf = (context) => {
  const { channelId, serviceUrl, from } = context.activity;
  // Types of the SDK: a channel may leave either out.
  const absent = [serviceUrl, from?.id].some((one) => one === undefined || one === '');
  return channelId !== 'msteams' || absent ? undefined : ask(context, from.id);
};

/** `undefined` where Teams does not answer soon: the person is then asked, as everybody is. Nothing of it goes into a log. */
const ask = async (context: TurnContext, id: string): Promise<Member | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), memberMs);
  });
  try {
    const asking = TeamsInfo.getMember(untilTime(context, memberMs), id);
    const { success, data } = shape.safeParse(await Promise.race([asking, late]));
    if (!success) return undefined;
    const { surname: familyName, ...rest } = data;
    return { ...rest, familyName };
  } catch {
    // Not a member any more, not allowed, or away: no offer.
    return undefined;
  } finally {
    clearTimeout(timer);
  }
};

/** With a database at 200 ms an operation an answer still takes less than two seconds. */
const memberMs = 1_000;

const text = z.string().max(300).optional().catch(undefined);

const shape = z.object({ givenName: text, surname: text, name: text, email: text });
