import type { TurnContext } from 'botbuilder';
import { mayOffer, withOffer } from '../src/domain/offer';
import { memoryOf, remember } from './memory';
import type { MemberOf } from './services';

/** When a registration begins: asks the channel who the person is, where something of it is not known yet. */
export const offerMember = async (context: TurnContext, memberOf: MemberOf): Promise<void> => {
  const { registration } = memoryOf(context);
  if (registration === undefined || !mayOffer(registration)) return;
  const asked = memberOf(context);
  if (asked === undefined) return;
  remember(context, { registration: withOffer(registration, await asked) });
};
