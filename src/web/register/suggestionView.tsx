import { StepForm } from './stepForm';
import type { View, ViewOf } from './view';

/** "Did you mean …?": asked, never changed silently. */
export const suggestionView: ViewOf = ({ say, state, carried, to }): View => {
  const { suggestion } = state.registration;
  const words = say.cards.suggestion;
  const kind = suggestion?.kind ?? 'email';
  const { proposed, model } = shown(suggestion);
  return {
    title: words[kind].title,
    children: (
      <>
        <p class="proposed">{proposed}</p>
        {model === undefined ? undefined : <p>{words.model(model)}</p>}
        <p class="lead">{words.given(suggestion?.given ?? '')}</p>
        <StepForm carried={carried}>
          <div class="row">
            <button type="submit" name="suggestion" value="yes">
              {words.yes}
            </button>
            <button type="submit" name="suggestion" value="no" class="other">
              {words[kind].no}
            </button>
          </div>
        </StepForm>
        <p class="below">
          <a href={to(kind === 'email' ? 'details' : 'machine')}>{say.forms.register.back}</a>
        </p>
      </>
    ),
  };
};

type Open = Parameters<ViewOf>[0]['state']['registration']['suggestion'];

const shown = (suggestion: Open): { readonly proposed: string; readonly model?: string } => {
  if (suggestion?.kind !== 'machine') return { proposed: suggestion?.proposed ?? '' };
  const { serial, model } = suggestion.proposed;
  return { proposed: serial, model };
};
