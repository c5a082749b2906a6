import type { Request } from 'restify';
import { readInput } from '../domain/readInput';
import { texts } from '../text/texts';
import { callerAddress } from './callerAddress';
import { Field } from './field';
import type { FormValues } from './formBody';
import { answersForm, isLanguageSwitch } from './languageSwitch';
import { pageDocument } from './layout';
import { noticePage } from './notice';
import { pageLocale, query } from './pageLocale';
import type { PageNeeds } from './pageNeeds';
import { ProblemList } from './problemList';
import { html, type Reply, redirect, unkept } from './reply';
import { form, page, type Route } from './route';
import { tooSoon } from './tooSoon';

/** The same answer whether or not the address has an account. */
export const forgotRoutes = (needs: PageNeeds): readonly Route[] => [
  page('/forgot', async (request) =>
    query(request).get('mail') === 'sent' ? sentPage(request) : forgotPage(request, {}),
  ),
  form('/forgot', (request, values) => ask(needs, request, values)),
];

const ask = async (
  { services }: PageNeeds,
  request: Request,
  values: FormValues,
): Promise<Reply> => {
  const { account, forms, pages, problems } = texts[pageLocale(request)];
  const email = values.get('email');
  if (isLanguageSwitch(values)) return forgotPage(request, { email });
  const read = readInput('email', email);
  if (read?.facts?.email === undefined) {
    const problem =
      read?.problem === undefined
        ? forms.help.emailMissing
        : problems[read.problem.kind](read.problem);
    return forgotPage(request, { status: 422, email, problem });
  }
  const result = await services.forgot({
    email: read.facts.email,
    address: callerAddress(request),
  });
  if (result.kind === 'accepted') return redirect('/forgot?mail=sent');
  const refused = account.forgot.limited(pages.time(result.until));
  return tooSoon(forgotPage(request, { email, refused }), result.until, services.clock());
};

interface Shown {
  readonly status?: number;
  readonly email?: string;
  readonly problem?: string;
  readonly refused?: string;
}

const forgotPage = (request: Request, { status = 200, email, problem, refused }: Shown): Reply => {
  const { account } = texts[pageLocale(request)];
  const { forgot } = account;
  const document = pageDocument({
    request,
    title: forgot.title,
    typedAt: '/forgot',
    children: (
      <section class="sheet narrow">
        <h1>{forgot.title}</h1>
        <p class="lead">{forgot.lead}</p>
        {refused === undefined ? undefined : <ProblemList problems={[{ sentence: refused }]} />}
        <form id={answersForm} method="post" action="/forgot" novalidate>
          <Field
            name="email"
            label={forgot.email}
            value={email}
            problem={problem}
            focused={problem !== undefined}
            box={{
              type: 'email',
              autocomplete: 'username',
              autocapitalize: 'none',
              maxlength: 320,
            }}
          />
          <button type="submit">{forgot.submit}</button>
        </form>
        <p class="below">
          <a href="/login">{account.backToSignIn}</a>
        </p>
      </section>
    ),
  });
  return unkept(html(status, document));
};

const sentPage = (request: Request): Reply => {
  const { account } = texts[pageLocale(request)];
  const { sent } = account.forgot;
  return noticePage(request, {
    tone: 'mail',
    ...sent,
    children: (
      <p class="row act">
        <a class="button" href="/login">
          {account.backToSignIn}
        </a>
        <a href="/forgot">{sent.again}</a>
      </p>
    ),
  });
};
