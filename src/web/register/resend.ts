import type { Locale } from '../../domain/locale';
import { texts } from '../../text/texts';
import type { PageNeeds } from '../pageNeeds';
import type { FormState } from './formState';
import type { Trouble } from './trouble';

export type SentAgain =
  | { readonly kind: 'sent'; readonly state: FormState }
  | { readonly kind: 'notSent'; readonly troubles: readonly Trouble[]; readonly until?: Date };

/** "I did not get the mail": another one of the same kind. */
export const resend = async (
  { services }: PageNeeds,
  state: FormState,
  locale: Locale,
): Promise<SentAgain> => {
  const { done } = state;
  if (done === undefined) return { kind: 'sent', state };
  const { forms, pages } = texts[locale];
  const say = forms.register.done;
  const resent = await services.resend.resend({ account: done.account, mail: done.mail });
  switch (resent.kind) {
    case 'queued': {
      const { account, mail } = resent;
      const at = services.clock().toISOString();
      return { kind: 'sent', state: { ...state, done: { account, mail, at } } };
    }
    case 'active':
      return { kind: 'notSent', troubles: [{ sentence: say.active }] };
    case 'limited': {
      const sentence = say.resendLimited(pages.time(resent.until));
      return { kind: 'notSent', troubles: [{ sentence }], until: resent.until };
    }
  }
};
