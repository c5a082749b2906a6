import { defaultCountry } from '../../domain/fieldTable';
import type { Locale } from '../../domain/locale';
import { openQuestion } from '../../domain/question';
import { isComplete } from '../../domain/registrationFacts';
import type { PageNeeds } from '../pageNeeds';
import type { FormState } from './formState';

/** Registers what the page showed; the same state when something is still open. Twice has one effect: the id goes along in the form. */
export const confirm = async (
  { services }: PageNeeds,
  state: FormState,
  locale: Locale,
): Promise<FormState> => {
  const { registration } = state;
  const { id, consent, draft } = registration;
  const facts = { ...draft, country: draft.country ?? defaultCountry };
  const open = openQuestion(registration, services.terms[locale].version);
  if (open?.question.kind !== 'review' || consent === undefined || !isComplete(facts)) {
    return { registration };
  }
  const { shownAt, acceptedAt, ...terms } = consent;
  const { kind, account, mail } = await services.register({
    id,
    facts,
    consent: { ...terms, shownAt: new Date(shownAt), acceptedAt: new Date(acceptedAt) },
    locale,
  });
  const at = services.clock().toISOString();
  const done = { account, mail, at, ...(kind === 'active' && { notTaken: true as const }) };
  return { registration, done };
};
