import { addressLines } from '../../domain/addressLines';
import type { Fact, Field as FieldName } from '../../domain/facts';
import { emailShown } from '../../domain/recognise/email';
import { phoneShown } from '../../domain/recognise/phoneShown';
import { News } from '../news';
import type { Step } from './step';
import { StepForm } from './stepForm';
import type { Setting, View, ViewOf } from './view';

/** Every answer, each with the way to change it, and one button. */
export const reviewView: ViewOf = (setting): View => {
  const { say, state, carried, to } = setting;
  const { review: words, meterContact } = say.cards;
  const { machine, draft } = state.registration;
  const partner = machine?.partner === true && draft.meterContact === true;
  return {
    title: words.title,
    children: (
      <>
        <p class="lead">{words.intro}</p>
        <dl class="review">
          {rows.map(({ field, step, anchor }) => (
            <div key={field}>
              <dt>{words.fields[field]}</dt>
              <dd>
                {linesOf(field, setting).map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </dd>
              <dd class="edit">
                <a href={to(step, anchor)}>{words.edit[field]}</a>
              </dd>
            </div>
          ))}
        </dl>
        {partner ? <News>{meterContact.partner}</News> : undefined}
        <StepForm carried={carried}>
          <button type="submit" name="confirm" value="true">
            {words.confirm}
          </button>
        </StepForm>
      </>
    ),
  };
};

const rows = [
  { field: 'name', step: 'details', anchor: 'givenName' },
  { field: 'address', step: 'details', anchor: 'street' },
  { field: 'email', step: 'details', anchor: 'email' },
  { field: 'phone', step: 'details', anchor: 'phone' },
  { field: 'serial', step: 'machine', anchor: 'serial' },
  { field: 'meterContact', step: 'meterContact', anchor: undefined },
  { field: 'termsAccepted', step: 'terms', anchor: 'termsAccepted' },
] as const satisfies readonly {
  readonly field: FieldName;
  readonly step: Step;
  readonly anchor: Fact | undefined;
}[];

const linesOf = (field: FieldName, { say, state, locale }: Setting): readonly string[] => {
  const { draft, machine } = state.registration;
  const { review, details } = say.cards;
  const { givenName = '', familyName = '', email = '', phone = '' } = draft;
  switch (field) {
    case 'name':
      return [
        review.labelled(details.labels.givenName, givenName),
        review.labelled(details.labels.familyName, familyName),
      ];
    case 'address':
      return addressLines({ country: 'CA', ...draft }, locale);
    case 'email':
      return [emailShown(email)];
    case 'phone':
      return [phoneShown(phone, draft.extension, locale)];
    case 'serial':
      return [draft.serial, machine?.model].filter((line) => line !== undefined);
    case 'meterContact':
      return [draft.meterContact === true ? review.contact : review.noContact];
    case 'termsAccepted':
      return [review.accepted];
  }
};
