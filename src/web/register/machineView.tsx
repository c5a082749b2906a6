import { factTable } from '../../domain/fieldTable';
import { Field } from '../field';
import { News } from '../news';
import { refOf } from './formState';
import { StepForm } from './stepForm';
import type { View, ViewOf } from './view';

export const machineView: ViewOf = ({ say, state, troubles, carried, to }): View => {
  const { machine: words } = say.cards;
  const { register } = say.forms;
  const { rejected, draft, unknownSerials } = state.registration;
  const [trouble] = troubles;
  return {
    title: words.title,
    children: (
      <>
        <p class="lead">{words.why}</p>
        <StepForm carried={carried}>
          <Field
            name="serial"
            label={words.label}
            hint={`${words.where} ${words.example}`}
            value={rejected.serial ?? draft.serial}
            problem={trouble?.sentence}
            focused={trouble !== undefined}
            required
            box={{
              autocomplete: factTable.serial.autocomplete,
              autocapitalize: 'characters',
              spellcheck: false,
              maxlength: 100,
            }}
          />
          <button type="submit">{say.cards.continue}</button>
        </StepForm>
        {unknownSerials === 0 ? undefined : (
          <News>
            {register.unknownHelp}{' '}
            <a href={`/help?about=serial&r=${refOf(state)}`}>{register.askHelp}</a>
          </News>
        )}
        <p class="below">
          <a href={to('terms')}>{register.back}</a>
        </p>
      </>
    ),
  };
};
