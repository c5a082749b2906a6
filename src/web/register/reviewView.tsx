import { addressLines } from '../../domain/addressLines';
import type { Field as FieldName } from '../../domain/facts';
import { emailShown } from '../../domain/recognise/email';
import { phoneShown } from '../../domain/recognise/phoneShown';
import { News } from '../news';
import { StepForm } from './stepForm';
import type { Setting, View, ViewOf } from './view';

/** Every answer, each with the way to change it, and one button. */
export const reviewView: ViewOf = (setting): View => {
  const { say, state, carried } = setting;
  const { review: words, meterContact } = say.cards;
  const { machine, draft } = state.registration;
  const partner = machine?.partner === true && draft.meterContact === true;
  return {
    title: words.title,
    children: (
      <>
        <p class="lead">{words.intro}</p>
        <dl class="review">
          {rows.map(({ field, anchor }) => (
            <div key={field}>
              <dt>{words.fields[field]}</dt>
              <dd>
                {linesOf(field, setting).map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </dd>
              <dd class="edit">
                <a href={`/register?step=${anchor}`}>{words.edit[field]}</a>
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
  { field: 'name', anchor: 'details#givenName' },
  { field: 'address', anchor: 'details#street' },
  { field: 'email', anchor: 'details#email' },
  { field: 'phone', anchor: 'details#phone' },
  { field: 'serial', anchor: 'machine#serial' },
  { field: 'meterContact', anchor: 'meterContact' },
  { field: 'termsAccepted', anchor: 'terms#termsAccepted' },
] as const satisfies readonly { readonly field: FieldName; readonly anchor: string }[];

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
