import { News } from '../news';
import { ProblemList } from '../problemList';
import { StepForm } from './stepForm';
import type { View, ViewOf } from './view';

export const meterContactView: ViewOf = ({ say, state, troubles, carried, to }): View => {
  const { meterContact: words } = say.cards;
  const { machine } = state.registration;
  return {
    title: words.title,
    children: (
      <>
        {machine === undefined ? undefined : <p class="lead">{words.model(machine.model)}</p>}
        <p>{words.means}</p>
        {machine?.partner === true ? <News>{words.partner}</News> : undefined}
        <p>{words.later}</p>
        <ProblemList problems={troubles} />
        <StepForm carried={carried}>
          <div class="row">
            <button type="submit" name="meterContact" value="true">
              {words.yes}
            </button>
            <button type="submit" name="meterContact" value="false" class="other">
              {words.no}
            </button>
          </div>
        </StepForm>
        <p class="below">
          <a href={to('machine')}>{say.forms.register.back}</a>
        </p>
      </>
    ),
  };
};
