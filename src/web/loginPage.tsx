import { randomBytes } from 'node:crypto';
import type { Request } from 'restify';
import { texts } from '../text/texts';
import { callerAddress } from './callerAddress';
import { ChatLauncher } from './chatLauncher';
import { chatPolicy } from './chatPolicy';
import { Field } from './field';
import type { FormValues } from './formBody';
import { Icon } from './icon';
import { answersForm, isLanguageSwitch } from './languageSwitch';
import { pageDocument } from './layout';
import { News } from './news';
import { pageLocale, query } from './pageLocale';
import type { PageNeeds } from './pageNeeds';
import { ProblemList } from './problemList';
import { html, type Reply, redirect } from './reply';
import { form, page, type Route } from './route';
import { withPolicy } from './securityHeaders';
import { tooSoon } from './tooSoon';

export const loginRoutes = (needs: PageNeeds): readonly Route[] => [
  page('/', (request) => show(needs, request)),
  page('/login', (request) => show(needs, request)),
  form('/login', (request, values) => signIn(needs, request, values)),
  form('/sign-out', async (request) =>
    redirect('/login?signed=out', await needs.sessions.end(request)),
  ),
];

const show = async (needs: PageNeeds, request: Request): Promise<Reply> => {
  const say = texts[pageLocale(request)].account.login;
  const news = new Map([
    ['out', say.signedOut],
    ['over', say.over],
  ]).get(query(request).get('signed') ?? '');
  return loginPage(needs, request, { news });
};

const signIn = async (needs: PageNeeds, request: Request, values: FormValues): Promise<Reply> => {
  const { services, sessions } = needs;
  const say = texts[pageLocale(request)];
  const { login } = say.account;
  const email = values.get('username');
  // What was typed into the password box is not shown again, in whichever language.
  if (isLanguageSwitch(values)) return loginPage(needs, request, { email });
  const password = values.get('password');
  const missing = {
    ...(email.trim() === '' && { username: login.userNameMissing }),
    ...(password === '' && { password: login.passwordMissing }),
  };
  if (Object.keys(missing).length > 0) {
    return loginPage(needs, request, { status: 422, email, missing });
  }
  const result = await services.signIn({ email, password, address: callerAddress(request) });
  switch (result.kind) {
    case 'signedIn':
    case 'mustChange': {
      const mustChange = result.kind === 'mustChange';
      const { account, epoch } = result;
      const cookie = await sessions.begin({ account: account._id, epoch, mustChange });
      return redirect(mustChange ? '/password' : '/home', cookie);
    }
    case 'refused':
      return loginPage(needs, request, { status: 422, email, refused: login.refused });
    case 'limited': {
      const refused = login.limited(say.pages.time(result.until));
      return tooSoon(loginPage(needs, request, { email, refused }), result.until, services.clock());
    }
  }
};

interface Shown {
  readonly status?: number;
  /** As it was typed; a password is never shown again. */
  readonly email?: string;
  readonly news?: string | undefined;
  readonly refused?: string;
  readonly missing?: { readonly username?: string; readonly password?: string };
}

const loginPage = (
  { publicUrl, directLine, sampleSerial }: PageNeeds,
  request: Request,
  { status = 200, email = '', news, refused, missing = {} }: Shown,
): Reply => {
  const locale = pageLocale(request);
  const { account } = texts[locale];
  const { login } = account;
  const nonce = randomBytes(16).toString('base64');
  const wrong = refused !== undefined;
  const document = pageDocument({
    request,
    title: login.title,
    tagline: login.lead,
    typedAt: '/login',
    children: (
      <div class="doors">
        <section class="sheet">
          <h1>{login.title}</h1>
          {news === undefined ? undefined : <News done>{news}</News>}
          {wrong ? <ProblemList problems={[{ sentence: refused }]} /> : undefined}
          <form id={answersForm} method="post" action="/login" novalidate>
            <Field
              name="username"
              label={account.userName}
              hint={login.userNameHint}
              value={email}
              problem={missing.username}
              focused={missing.username !== undefined}
              box={{
                type: 'email',
                autocomplete: 'username',
                autocapitalize: 'none',
                maxlength: 320,
              }}
            />
            <Field
              name="password"
              label={account.password}
              hint={login.passwordHint}
              problem={missing.password}
              focused={wrong || (missing.password !== undefined && missing.username === undefined)}
              box={{ type: 'password', autocomplete: 'current-password', maxlength: 500 }}
            />
            <button type="submit">{account.signIn}</button>
          </form>
          <p class="below">
            <a href="/forgot">{login.forgotten}</a>
          </p>
        </section>
        <section class="sheet new" aria-labelledby="new-user">
          <h2 id="new-user">{login.newUser.title}</h2>
          <p>{login.newUser.lead}</p>
          <ul class="ticks">
            {login.newUser.needs.map((need) => (
              <li key={need}>
                <Icon shape="check" />
                <span>{need}</span>
              </li>
            ))}
          </ul>
          <a class="door" href="/register" data-chat="begin">
            {login.newUser.register}
            <Icon shape="person" />
            <Icon shape="onward" />
          </a>
          <a class="door" href="/help" data-chat="help">
            {login.newUser.help}
            <Icon shape="help" />
            <Icon shape="onward" />
          </a>
          <p>
            <a href="/register">{login.newUser.form}</a>
          </p>
          {sampleSerial === undefined ? undefined : (
            <p class="sample">{login.newUser.sample(sampleSerial)}</p>
          )}
        </section>
        <ChatLauncher locale={locale} nonce={nonce} />
      </div>
    ),
  });
  return withPolicy(html(status, document), chatPolicy(nonce, publicUrl, directLine));
};
