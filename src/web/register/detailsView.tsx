import { type DetailsFact, groupsOfDetails } from '../../domain/facts';
import { factTable } from '../../domain/fieldTable';
import { phoneShown } from '../../domain/recognise/phoneShown';
import type { Registration } from '../../domain/registration';
import { Field } from '../field';
import { ProblemList } from '../problemList';
import { detailsProblems } from './details';
import { listOf } from './lists';
import { problemsSaid } from './problemsSaid';
import { StepForm } from './stepForm';
import type { Setting, View, ViewOf } from './view';

/** The guide's form: name, address, e-mail, phone. */
export const detailsView: ViewOf = (setting): View => {
  const { say, state, troubles, locale, carried } = setting;
  const { forms, cards } = say;
  // What is wrong stays said when the page is come back to; an untouched form is not wrong yet.
  const { registration } = state;
  const problems =
    registration.misses === 0 ? [] : problemsSaid(detailsProblems(registration), locale);
  const other = troubles.filter(({ at }) => at === undefined);
  return {
    title: cards.details.title,
    children: (
      <>
        <p class="lead">{forms.register.lead}</p>
        <ProblemList problems={other} />
        <ProblemList title={forms.register.wrongFields(problems.length)} problems={problems} />
        <StepForm carried={carried}>
          <p class="hint starred">{forms.register.starred}</p>
          {groupsOfDetails.map(({ group, facts }) => (
            <fieldset key={group}>
              <legend>{cards.details.groups[group]}</legend>
              <div class="grid">
                {facts.map((fact) => (
                  <Box
                    key={fact}
                    fact={fact}
                    setting={setting}
                    problem={problems.find((problem) => problem.fact === fact)?.sentence}
                    focused={problems[0]?.fact === fact}
                  />
                ))}
              </div>
            </fieldset>
          ))}
          <button type="submit">{cards.continue}</button>
        </StepForm>
      </>
    ),
  };
};

interface BoxProps {
  readonly fact: DetailsFact;
  readonly setting: Setting;
  readonly problem: string | undefined;
  readonly focused: boolean;
}

const Box = ({ fact, setting, problem, focused }: BoxProps) => {
  const { say, state, locale } = setting;
  const { details } = say.cards;
  const { register } = say.forms;
  const row = factTable[fact];
  const list = listOf(fact, locale, details.choose);
  const required = row.required({});
  const hints: Partial<Record<DetailsFact, string>> = {
    email: register.emailHint,
    region: register.outsideHint,
  };
  return (
    <Field
      name={fact}
      label={details.labels[fact]}
      aside={required || fact === 'country' ? undefined : register.optional}
      hint={hints[fact] ?? (list === undefined ? details.examples[fact] : undefined)}
      value={contentOf(fact, state.registration, locale)}
      problem={problem}
      focused={focused}
      required={required}
      list={list}
      box={{
        type: row.input === 'select' ? 'text' : row.input,
        autocomplete: row.autocomplete,
        maxlength: longest,
        ...(row.inputMode !== undefined && { inputmode: row.inputMode }),
        ...(fact === 'email' && { autocapitalize: 'none' }),
      }}
    />
  );
};

/** Far more than is taken: what a browser cuts off silently cannot be complained about. */
const longest = 300;

/** What was typed and could not be used, else what is known, as a person writes it. */
const contentOf = (
  fact: DetailsFact,
  { draft, rejected, suggestion }: Registration,
  locale: Setting['locale'],
): string | undefined => {
  const { [fact]: known } = draft;
  if (rejected[fact] !== undefined) return rejected[fact];
  if (fact === 'email' && suggestion?.kind === 'email') return suggestion.given;
  if (fact === 'phone' && known !== undefined) return phoneShown(known, undefined, locale);
  return known ?? (fact === 'country' ? 'CA' : undefined);
};
