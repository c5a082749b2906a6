import { ProblemList } from '../problemList';
import { TermsSections } from '../termsSections';
import { StepForm } from './stepForm';
import type { View, ViewOf } from './view';

/** The whole text, the tick box below it. */
export const termsView: ViewOf = ({ needs, locale, say, state, ...setting }): View => {
  const { title, version, effectiveOn, sections } = needs.services.terms[locale];
  const { troubles, carried, ticked, to } = setting;
  const words = say.cards.terms;
  const [trouble] = troubles;
  return {
    title,
    children: (
      <>
        <p class="lead">{say.pages.termsVersion(version, new Date(effectiveOn))}</p>
        <p>{words.read}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
        <section class="scroll" tabIndex={0} aria-label={say.forms.register.termsText}>
          <TermsSections sections={sections} />
        </section>
        <p>
          <a href={`/terms?lang=${locale}`}>{say.forms.register.openTerms}</a>
        </p>
        <ProblemList problems={troubles} />
        <StepForm carried={carried}>
          <label class="tick" for="termsAccepted">
            <input
              type="checkbox"
              id="termsAccepted"
              name="termsAccepted"
              value="true"
              checked={ticked || state.registration.draft.termsAccepted === true}
              autofocus={trouble !== undefined}
              aria-required
              {...(trouble !== undefined && { 'aria-invalid': true as const })}
            />
            {words.accept}
          </label>
          <div class="row">
            <button type="submit">{say.cards.continue}</button>
            <button type="submit" name="decline" value="true" class="other">
              {words.decline}
            </button>
          </div>
        </StepForm>
        <p class="below">
          <a href={to('details')}>{say.forms.register.back}</a>
        </p>
      </>
    ),
  };
};
