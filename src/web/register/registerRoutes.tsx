import type { Request } from 'restify';
import { progressOf, stepsToTheEnd } from '../../domain/progress';
import type { Registration } from '../../domain/registration';
import { texts } from '../../text/texts';
import { callerAddress } from '../callerAddress';
import type { FormValues } from '../formBody';
import { isLanguageSwitch } from '../languageSwitch';
import { noticePage } from '../notice';
import { pageLocale, query } from '../pageLocale';
import type { PageNeeds } from '../pageNeeds';
import { type Reply, redirect, unkept, withCookies } from '../reply';
import { form, page, type Route } from '../route';
import { tooSoon } from '../tooSoon';
import { addressOf } from './addressOf';
import { confirm } from './confirm';
import {
  type FormState,
  forgetState,
  isBlank,
  keptState,
  keptStates,
  newState,
  postedState,
  refOf,
  stateCookies,
} from './formState';
import { keepTyped } from './keepTyped';
import { otherBegunPage } from './otherBegunPage';
import { registerPage } from './registerPage';
import { resend } from './resend';
import { isStep, openStep, type Step, shownStep } from './step';
import { type Taken, take } from './take';
import type { Trouble } from './trouble';

/** The whole registration as plain forms, in the guide's three steps. */
export const registerRoutes = (needs: PageNeeds): readonly Route[] => [
  page('/register', (request) => show(needs, request)),
  form('/register', (request, values) => answer(needs, request, values)),
];

const show = async (needs: PageNeeds, request: Request): Promise<Reply> => {
  const wanted = query(request).get('step') ?? '';
  if (wanted === 'declined') return declinedPage(request);
  const ref = query(request).get('r');
  const kept = await keptStates(needs, request);
  const known = ref === null ? kept[0] : kept.find((state) => refOf(state) === ref);
  const begun = kept.filter((state) => !isBlank(state));
  if (wanted !== 'new' && known === undefined && begun.length > 0) {
    return otherBegunPage(request, begun);
  }
  // Two windows that nothing was answered in are two registrations.
  const fresh = wanted === 'new' || known === undefined || isBlank(known);
  const state = fresh ? newState(needs) : known;
  const reply = await paged(needs, request, {
    state,
    step: shownStep(state, version(needs), wanted),
  });
  // Shows, when it comes back, that this browser keeps cookies.
  const cookies = kept.length === 0 ? await stateCookies(needs, request, state) : [];
  return withCookies(reply, ...cookies);
};

const answer = async (needs: PageNeeds, request: Request, values: FormValues): Promise<Reply> => {
  const posted = await postedState(needs, request, values);
  if (posted === 'expired') {
    const sentence = texts[pageLocale(request)].forms.register.expired;
    return paged(needs, request, {
      status: 422,
      state: newState(needs),
      step: 'details',
      troubles: [{ sentence }],
    });
  }
  const name = values.get('step');
  const step = isStep(name) ? name : 'details';
  if (isLanguageSwitch(values)) return inOtherLanguage(needs, request, { step, posted, values });
  if (values.get('decline') !== '') {
    const cookies = await forgetState(needs, request, posted);
    return redirect('/register?step=declined', ...cookies);
  }
  if (step === 'done') return again(needs, request, posted);
  if (step === 'review') return finish(needs, request, posted);
  const taken = await take(step, posted.registration, {
    values,
    needs,
    locale: pageLocale(request),
    network: callerAddress(request),
  });
  return afterwards(needs, request, { step, taken });
};

/** The same step, with what is typed in it. */
const inOtherLanguage = async (
  needs: PageNeeds,
  request: Request,
  {
    step,
    posted,
    values,
  }: { readonly step: Step; readonly posted: FormState; readonly values: FormValues },
): Promise<Reply> => {
  const state = { ...posted, registration: keepTyped(step, posted.registration, values) };
  const reply = await paged(needs, request, {
    state,
    step: shownStep(state, version(needs), step),
    ticked: values.get('termsAccepted') === 'true',
  });
  return withCookies(reply, ...(await stateCookies(needs, request, state)));
};

const afterwards = async (
  needs: PageNeeds,
  request: Request,
  { step, taken }: { readonly step: Step; readonly taken: Taken },
): Promise<Reply> => {
  const state = counted(needs, request, taken.registration);
  if (taken.troubles.length === 0) return goOn(needs, request, state);
  const asked = step === 'machineSuggestion' ? 'machine' : step;
  const reply = await paged(needs, request, {
    status: 422,
    state,
    step: shownStep(state, version(needs), asked),
    troubles: taken.troubles,
  });
  const kept = withCookies(reply, ...(await stateCookies(needs, request, state)));
  return taken.until === undefined ? kept : tooSoon(kept, taken.until, needs.services.clock());
};

/** The next page by an address of its own, so that going back and reloading do what people expect; at once where the browser keeps nothing. */
const goOn = async (
  needs: PageNeeds,
  request: Request,
  state: FormState,
  news = '',
): Promise<Reply> => {
  const step = openStep(state, version(needs));
  const cookies = await stateCookies(needs, request, state);
  const keeps = (await keptState(needs, request)) !== undefined;
  if (cookies.length > 0 && keeps) return redirect(`${addressOf(state, step)}${news}`, ...cookies);
  return paged(needs, request, { state, step });
};

const finish = async (needs: PageNeeds, request: Request, state: FormState): Promise<Reply> => {
  const locale = pageLocale(request);
  const confirmed = await confirm(needs, state, locale);
  if (confirmed.done !== undefined) {
    needs.meter.reached(stepsToTheEnd(state.registration), { locale, channel: 'form' });
  }
  return goOn(needs, request, confirmed);
};

/** What the browser carries on knows how far it came, so that each step counts once. */
const counted = (needs: PageNeeds, request: Request, before: Registration): FormState => {
  const { registration, reached } = progressOf(before, version(needs));
  needs.meter.reached(reached, { locale: pageLocale(request), channel: 'form' });
  return { registration };
};

const again = async (needs: PageNeeds, request: Request, state: FormState): Promise<Reply> => {
  const sent = await resend(needs, request, state);
  if (sent.kind === 'sent') return goOn(needs, request, sent.state, '&mail=resent');
  const { troubles, until } = sent;
  const reply = await paged(needs, request, {
    status: 422,
    state,
    step: openStep(state, version(needs)),
    troubles,
  });
  return until === undefined ? reply : tooSoon(reply, until, needs.services.clock());
};

interface Paged {
  readonly status?: number;
  readonly state: FormState;
  readonly step: Step;
  readonly troubles?: readonly Trouble[];
  readonly ticked?: boolean;
}

/** The page of a step, whose form carries the answers. Before the terms are asked for, it is noted which text was shown. */
const paged = async (
  needs: PageNeeds,
  request: Request,
  { status = 200, state, step, troubles = [], ticked = false }: Paged,
): Promise<Reply> =>
  unkept(await registerPage(needs, request, { status, state, step, troubles, ticked }));

const declinedPage = (request: Request): Reply => {
  const { declined } = texts[pageLocale(request)].forms.register;
  const { help } = texts[pageLocale(request)].pages;
  return noticePage(request, {
    ...declined,
    children: (
      <p class="row act">
        <a class="button" href="/register?step=new">
          {declined.again}
        </a>
        <a href="/help">{help}</a>
      </p>
    ),
  });
};

/** Both languages carry the same version. */
const version = ({ services }: PageNeeds): string => services.terms.fr.version;
