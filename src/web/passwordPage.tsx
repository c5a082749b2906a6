import type { Request } from 'restify';
import type { BrokenRule } from '../domain/passwordRules';
import { emailShown } from '../domain/recognise/email';
import { type Texts, texts } from '../text/texts';
import { callerAddress } from './callerAddress';
import { Field } from './field';
import type { FormValues } from './formBody';
import { pageDocument } from './layout';
import { pageLocale } from './pageLocale';
import type { PageNeeds } from './pageNeeds';
import { ProblemList } from './problemList';
import { html, type Reply, redirect, unkept } from './reply';
import { form, page, type Route } from './route';
import type { OpenSession } from './sessions';
import { tooSoon } from './tooSoon';

/** Choosing a password: forced after a temporary one; at will only for who knows the current one. */
export const passwordRoutes = (needs: PageNeeds): readonly Route[] => [
  page('/password', async (request) => {
    const session = await needs.sessions.read(request);
    if (typeof session === 'string') return redirect(`/login?signed=${session}`);
    return passwordPage(needs, request, { session });
  }),
  form('/password', async (request, values) => {
    const session = await needs.sessions.read(request);
    if (typeof session === 'string') return redirect(`/login?signed=${session}`);
    return change(needs, request, { session, values });
  }),
];

const change = async (
  needs: PageNeeds,
  request: Request,
  { session, values }: { readonly session: OpenSession; readonly values: FormValues },
): Promise<Reply> => {
  const { services, sessions } = needs;
  const { account, mustChange } = session;
  const wished = {
    account: account._id,
    password: values.get('password'),
    confirmation: values.get('confirmation'),
  };
  const doubt = mustChange ? undefined : await doubtOfOwner(needs, request, { session, values });
  if (doubt?.until !== undefined) {
    const reply = passwordPage(needs, request, { session, doubt: doubt.sentence });
    return tooSoon(reply, doubt.until, services.clock());
  }
  if (doubt !== undefined) {
    const broken = await services.passwords.broken(wished);
    return passwordPage(needs, request, { status: 422, session, doubt: doubt.sentence, broken });
  }
  const result = await services.passwords.change(wished);
  if (result.kind === 'broken') {
    return passwordPage(needs, request, { status: 422, session, broken: result.rules });
  }
  const cookie = await sessions.begin({
    account: account._id,
    epoch: result.epoch,
    mustChange: false,
  });
  return redirect('/home?password=changed', cookie);
};

interface Doubt {
  readonly sentence: string;
  readonly until?: Date;
}

/** An open session is not proof enough: somebody may have sat down at another's desk. */
const doubtOfOwner = async (
  { services }: PageNeeds,
  request: Request,
  { session, values }: { readonly session: OpenSession; readonly values: FormValues },
): Promise<Doubt | undefined> => {
  const { account, pages } = texts[pageLocale(request)];
  const password = values.get('current');
  if (password === '') return { sentence: account.newPassword.currentMissing };
  const { email } = session.account;
  const result = await services.signIn({ email, password, address: callerAddress(request) });
  if (result.kind === 'refused') return { sentence: account.newPassword.currentRefused };
  if (result.kind !== 'limited') return undefined;
  return { sentence: account.login.limited(pages.time(result.until)), until: result.until };
};

interface Shown {
  readonly status?: number;
  readonly session: OpenSession;
  /** What is wrong with the current password. */
  readonly doubt?: string;
  readonly broken?: readonly BrokenRule[];
}

const passwordPage = (
  { services }: PageNeeds,
  request: Request,
  { status = 200, session, doubt, broken = [] }: Shown,
): Reply => {
  const { account: words, passwords } = texts[pageLocale(request)];
  const say = words.newPassword;
  const { account, mustChange } = session;
  const rules = broken.map((rule) => ({
    sentence: brokenSaid(passwords, rule),
    at: rule.kind === 'confirmationDiffers' ? 'confirmation' : 'password',
  }));
  // A doubt alone is said at its box.
  const both = doubt !== undefined && rules.length > 0;
  const sentences = both ? [{ sentence: doubt, at: 'current' }, ...rules] : rules;
  const atPassword = sentences.some(({ at }) => at === 'password');
  const atConfirmation = sentences.some(({ at }) => at === 'confirmation');
  const newBox = { type: 'password', autocomplete: 'new-password', maxlength: 500 } as const;
  const document = pageDocument({
    request,
    title: say.title,
    children: (
      <section class="sheet narrow">
        <h1>{say.title}</h1>
        <p class="lead">{mustChange ? say.forced : say.chosen}</p>
        <ProblemList title={both ? say.wrong : say.broken} problems={sentences} />
        <div class="rules" id="rules">
          <p>{say.rules}</p>
          <ul>
            {passwords.rules(services.passwords.minLength).map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </div>
        <form method="post" action="/password" novalidate>
          <Field
            name="username"
            label={words.userName}
            value={emailShown(account.email)}
            box={{ readonly: true, autocomplete: 'username' }}
          />
          {mustChange ? undefined : (
            <Field
              name="current"
              label={say.current}
              problem={doubt}
              focused={doubt !== undefined}
              box={{ type: 'password', autocomplete: 'current-password', maxlength: 500 }}
            />
          )}
          <Field
            name="password"
            label={say.password}
            focused={atPassword && !both}
            box={{ ...newBox, 'aria-describedby': 'rules', ...invalid(atPassword) }}
          />
          <Field
            name="confirmation"
            label={say.confirmation}
            focused={atConfirmation && !atPassword && !both}
            box={{ ...newBox, ...invalid(atConfirmation) }}
          />
          <button type="submit">{say.submit}</button>
        </form>
        <form class="quiet below" method="post" action="/sign-out">
          <span>{say.notYou}</span>
          <button type="submit" class="link">
            {words.home.signOut}
          </button>
        </form>
      </section>
    ),
  });
  return unkept(html(status, document));
};

const invalid = (is: boolean) => (is ? { 'aria-invalid': true as const } : {});

/** Each kind has its own sentence, and its own figures in it. */
const brokenSaid = ({ broken }: Texts['passwords'], rule: BrokenRule): string => {
  switch (rule.kind) {
    case 'tooShort':
      return broken.tooShort(rule);
    case 'tooLong':
      return broken.tooLong(rule);
    default:
      return broken[rule.kind]();
  }
};
