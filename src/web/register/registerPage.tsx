import type { ComponentChildren } from 'preact';
import type { Request } from 'restify';
import type { Locale } from '../../domain/locale';
import { hashOf } from '../../domain/terms';
import { type Texts, texts } from '../../text/texts';
import { pageDocument } from '../layout';
import { pageLocale, query } from '../pageLocale';
import type { PageNeeds } from '../pageNeeds';
import { html, type Reply } from '../reply';
import { addressOf } from './addressOf';
import { detailsView } from './detailsView';
import { doneView } from './doneView';
import { closeState, type FormState, keptState } from './formState';
import { machineView } from './machineView';
import { meterContactView } from './meterContactView';
import { partOf } from './partOf';
import { Progress } from './progress';
import { reviewView } from './reviewView';
import type { Step } from './step';
import { suggestionView } from './suggestionView';
import { termsView } from './termsView';
import type { Trouble } from './trouble';
import type { View, ViewOf } from './view';

interface Asked {
  readonly status: number;
  readonly state: FormState;
  readonly step: Step;
  readonly troubles: readonly Trouble[];
  readonly ticked: boolean;
}

export const registerPage = async (
  needs: PageNeeds,
  request: Request,
  { status, state, step, troubles, ticked }: Asked,
): Promise<Reply> => {
  const locale = pageLocale(request);
  const shown = step === 'terms' ? termsShown(needs, state, locale) : state;
  const draft = await closeState(needs, shown);
  const keeps = (await keptState(needs, request)) !== undefined;
  const view = await views[step]({
    needs,
    state: shown,
    locale,
    say: texts[locale],
    troubles,
    ticked,
    to: (there, anchor) => addressOf(state, there, anchor),
    resent: query(request).get('mail') === 'resent',
    carried: (
      <>
        <input type="hidden" name="step" value={step} />
        <input type="hidden" name="draft" value={draft} />
      </>
    ),
  });
  return html(
    status,
    pageDocument({
      request,
      typedAt: typedSteps.has(step) || !keeps ? '/register' : undefined,
      title: `${view.title} · ${texts[locale].cards.steps[partOf[step]]}`,
      children: framed(view, step, texts[locale]),
    }),
  );
};

const framed = (view: View, step: Step, say: Texts): ComponentChildren => (
  <div class="registration">
    <Progress step={step} say={say} />
    <section class="sheet">
      <h1>{view.title}</h1>
      {view.children}
    </section>
  </div>
);

/** Those with boxes; on the others nothing can be lost where the browser keeps the answers. */
const typedSteps: ReadonlySet<Step> = new Set(['details', 'terms', 'machine']);

const views: Readonly<Record<Step, ViewOf>> = {
  details: detailsView,
  emailSuggestion: suggestionView,
  terms: termsView,
  machine: machineView,
  machineSuggestion: suggestionView,
  meterContact: meterContactView,
  review: reviewView,
  done: doneView,
};

/** With which text of the terms the page stands before the person; the consent will say so. */
const termsShown = ({ services }: PageNeeds, state: FormState, locale: Locale): FormState => {
  const text = services.terms[locale];
  const shown = {
    version: text.version,
    hash: hashOf(text),
    locale,
    at: services.clock().toISOString(),
  };
  return { ...state, registration: { ...state.registration, shown } };
};
