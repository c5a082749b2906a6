import type { Request } from 'restify';
import type { Draft } from '../domain/facts';
import { longestDescription } from '../domain/helpDraft';
import { factsIn } from '../domain/merge';
import { readInput } from '../domain/readInput';
import { emailShown } from '../domain/recognise/email';
import { texts } from '../text/texts';
import { Field } from './field';
import type { FormValues } from './formBody';
import { answersForm, isLanguageSwitch } from './languageSwitch';
import { pageDocument } from './layout';
import { noticePage } from './notice';
import { pageLocale, query } from './pageLocale';
import type { PageNeeds } from './pageNeeds';
import { ProblemList } from './problemList';
import { type FormState, keptStates, refOf } from './register/formState';
import { html, type Reply, redirect, unkept } from './reply';
import { form, page, type Route } from './route';
import { tooSoon } from './tooSoon';

/** A help request without an account, without the chat. */
export const helpRoutes = (needs: PageNeeds): readonly Route[] => [
  page('/help', (request) => show(needs, request)),
  form('/help', (request, values) => send(needs, request, values)),
];

const show = async (needs: PageNeeds, request: Request): Promise<Reply> => {
  const number = query(request).get('sent') ?? '';
  if (numberForm.test(number)) return sentPage(request, number);
  const kept = await registrationOf(needs, request, query(request).get('r') ?? '');
  const session = await needs.sessions.read(request);
  const signedIn = typeof session === 'string' ? undefined : session.account.email;
  const email = signedIn ?? kept?.registration.draft.email;
  const asksSerial = query(request).get('about') === 'serial';
  const serial = asksSerial ? kept?.registration.rejected.serial : undefined;
  return helpPage(request, {
    number: await closed(needs, newNumber(needs)),
    registration: refIn(kept),
    ...(email !== undefined && { email: emailShown(email) }),
    ...(serial !== undefined && {
      description: texts[pageLocale(request)].conversation.help.unknownSerial(serial),
      share: true,
    }),
    hasAnswers: answersOf(kept) !== undefined,
  });
};

const send = async (needs: PageNeeds, request: Request, values: FormValues): Promise<Reply> => {
  const { services } = needs;
  const locale = pageLocale(request);
  const { forms, problems, pages } = texts[locale];
  const kept = await registrationOf(needs, request, values.get('registration'));
  const answers = answersOf(kept);
  const first = (await issued(needs, values.get('number'))) ?? newNumber(needs);
  const typed: Typed = {
    number: await closed(needs, first),
    registration: refIn(kept),
    description: values.get('description'),
    email: values.get('email'),
    share: values.get('includeDraft') === 'true',
    hasAnswers: answers !== undefined,
  };
  if (isLanguageSwitch(values)) return helpPage(request, typed);
  const description = values.get('description').trim();
  const read = readInput('email', values.get('email'));
  const email = read?.facts?.email;
  const wrong: Wrong = {
    ...(description.length < shortestDescription && { description: forms.help.tooShort }),
    ...(description.length > longestDescription && {
      description: forms.help.tooLong(longestDescription),
    }),
    ...(read === undefined && { email: forms.help.emailMissing }),
    ...(read?.problem !== undefined && { email: problems[read.problem.kind](read.problem) }),
  };
  if (email === undefined || Object.keys(wrong).length > 0) {
    return helpPage(request, { ...typed, status: 422, wrong });
  }
  for (let number = first; ; number = newNumber(needs)) {
    const answer = await services.requestHelp({
      id: number,
      description,
      email,
      ...(typed.share === true && answers !== undefined && { draft: answers }),
      locale,
      channel: 'form',
      helpMailTo: services.helpMailTo,
    });
    if (answer.kind === 'requested') return redirect(`/help?sent=${answer.id}`);
    if (answer.kind === 'limited') {
      const refused = forms.help.limited(pages.time(answer.until));
      const reply = helpPage(request, { ...typed, refused });
      return tooSoon(reply, answer.until, services.clock());
    }
  }
};

const newNumber = ({ services }: PageNeeds): string => `D-${services.newNumber()}`;

/** Sealed, so that nobody chooses a number. */
const closed = ({ numberSeal }: PageNeeds, number: string): Promise<string> =>
  numberSeal.close(number, formMs);

const issued = async ({ numberSeal }: PageNeeds, sealed: string): Promise<string | undefined> => {
  const number = await numberSeal.open(sealed);
  return typeof number === 'string' ? number : undefined;
};

const formMs = 12 * 3_600_000;

/** The latest when none is named. */
const registrationOf = async (
  needs: PageNeeds,
  request: Request,
  ref: string,
): Promise<FormState | undefined> => {
  const kept = await keptStates(needs, request);
  return ref === '' ? kept[0] : kept.find((state) => refOf(state) === ref);
};

const refIn = (state: FormState | undefined): string => (state === undefined ? '' : refOf(state));

const numberForm = /^D-\d{6}$/;

const shortestDescription = 3;

/** What was filled in so far, in this browser; nothing of a registration that went through. */
const answersOf = (state: FormState | undefined): Draft | undefined => {
  if (state === undefined || state.done !== undefined) return undefined;
  const { draft } = state.registration;
  return factsIn(draft).length === 0 ? undefined : draft;
};

interface Wrong {
  readonly description?: string;
  readonly email?: string;
}

interface Typed {
  /** Drawn when the form is first shown, so that sending twice has one effect; sealed. */
  readonly number: string;
  /** Whose answers may go along. */
  readonly registration: string;
  readonly description?: string;
  readonly email?: string;
  readonly share?: boolean;
  readonly hasAnswers: boolean;
}

interface Shown extends Typed {
  readonly status?: number;
  readonly wrong?: Wrong;
  readonly refused?: string;
}

const helpPage = (request: Request, shown: Shown): Reply => {
  const { forms, cards, account } = texts[pageLocale(request)];
  const { status = 200, wrong = {}, refused, number, registration } = shown;
  const { description, email, share } = shown;
  const document = pageDocument({
    request,
    title: forms.help.title,
    typedAt: '/help',
    children: (
      <section class="sheet narrow">
        <h1>{forms.help.title}</h1>
        <p class="lead">{forms.help.lead}</p>
        {refused === undefined ? undefined : <ProblemList problems={[{ sentence: refused }]} />}
        <form id={answersForm} method="post" action="/help" novalidate>
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="registration" value={registration} />
          <Field
            name="description"
            label={cards.help.description}
            hint={cards.help.descriptionExample}
            value={description}
            problem={wrong.description}
            focused={wrong.description !== undefined}
            required
            rows={6}
          />
          <Field
            name="email"
            label={cards.help.email}
            value={email}
            problem={wrong.email}
            focused={wrong.email !== undefined && wrong.description === undefined}
            required
            box={{ type: 'email', autocomplete: 'email', autocapitalize: 'none', maxlength: 300 }}
          />
          {shown.hasAnswers ? (
            <label class="tick" for="includeDraft">
              <input
                type="checkbox"
                id="includeDraft"
                name="includeDraft"
                value="true"
                checked={share === true}
              />
              {cards.help.include}
            </label>
          ) : undefined}
          <button type="submit">{cards.help.send}</button>
        </form>
        <p class="below">
          <a href="/login">{account.backToSignIn}</a>
        </p>
      </section>
    ),
  });
  return unkept(html(status, document));
};

const sentPage = (request: Request, number: string): Reply => {
  const { forms, account } = texts[pageLocale(request)];
  const { title, lines } = forms.help.sent;
  return noticePage(request, {
    tone: 'good',
    title: title(number),
    lines,
    children: (
      <p class="act">
        <a class="button" href="/login">
          {account.backToSignIn}
        </a>
      </p>
    ),
  });
};
