import type { Request } from 'restify';
import { texts } from '../../text/texts';
import { callerAddress } from '../callerAddress';
import { pageLocale } from '../pageLocale';
import type { PageNeeds } from '../pageNeeds';
import type { FormState } from './formState';
import type { Trouble } from './trouble';

export type SentAgain =
  | { readonly kind: 'sent'; readonly state: FormState }
  | { readonly kind: 'notSent'; readonly troubles: readonly Trouble[]; readonly until?: Date };

/** "I did not get the mail": another one of the same kind. */
export const resend = async (
  { services }: PageNeeds,
  request: Request,
  state: FormState,
): Promise<SentAgain> => {
  const { done } = state;
  if (done === undefined) return { kind: 'sent', state };
  const { forms, pages } = texts[pageLocale(request)];
  const say = forms.register.done;
  const { account, mail } = done;
  const resent = await services.resend.resend({ account, mail, from: callerAddress(request) });
  switch (resent.kind) {
    case 'queued': {
      const { kind: _, ...reference } = resent;
      const at = services.clock().toISOString();
      return { kind: 'sent', state: { ...state, done: { ...reference, at } } };
    }
    case 'active':
      return { kind: 'notSent', troubles: [{ sentence: say.active }] };
    case 'limited': {
      const sentence = say.resendLimited(pages.time(resent.until));
      return { kind: 'notSent', troubles: [{ sentence }], until: resent.until };
    }
  }
};
