import type { Texts } from '../../text/texts';
import { partOf, parts } from './partOf';
import type { Step } from './step';

/** The guide's three steps; the one the page belongs to is the current one. */
export const Progress = ({ step, say }: { readonly step: Step; readonly say: Texts }) => {
  const current = parts.indexOf(partOf[step]) + 1;
  const { progress, here, finished } = say.forms.register;
  return (
    <ol class="progress" aria-label={progress}>
      {say.cards.welcome.steps.map(({ number, name }) => {
        const at = Number(number);
        const past = at < current || step === 'done';
        return (
          <li
            key={number}
            {...(at === current && { 'aria-current': 'step' as const })}
            data-past={past}
          >
            <span class="number" aria-hidden="true">
              {past ? '✓' : number}
            </span>
            <span class="name">{name}</span>
            {past ? <span class="unseen">{` (${finished})`}</span> : undefined}
            {at === current && !past ? <span class="unseen">{` (${here})`}</span> : undefined}
          </li>
        );
      })}
    </ol>
  );
};
