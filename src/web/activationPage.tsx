import type { ComponentChildren } from 'preact';
import type { Request } from 'restify';
import type { Activated, ActivationLook } from '../services/activation';
import type { Resent } from '../services/resend';
import { texts } from '../text/texts';
import { callerAddress } from './callerAddress';
import type { FormValues } from './formBody';
import { noticePage } from './notice';
import { pageLocale } from './pageLocale';
import type { PageNeeds } from './pageNeeds';
import { type Reply, unkept } from './reply';
import { form, page, type Route } from './route';
import { tooSoon } from './tooSoon';

/** Mail scanners open links, again and again, and some press buttons: looking changes nothing, and pressing twice is fine. */
export const activationRoutes = (needs: PageNeeds): readonly Route[] => [
  page('/activate/:token', async (request) => {
    const { activation } = needs.services;
    const look = await activation.look(tokenOf(request), callerAddress(request));
    return unkept(shown(needs, request, look));
  }),
  form('/activate/:token', async (request, values) => unkept(await press(needs, request, values))),
];

const tokenOf = (request: Request): string => {
  const { token = '' }: { readonly token?: string } = request.params;
  return token;
};

const press = async (needs: PageNeeds, request: Request, values: FormValues): Promise<Reply> => {
  const { activation, resend } = needs.services;
  const address = callerAddress(request);
  if (values.get('again') === '') {
    return shown(needs, request, await activation.activate(tokenOf(request), address));
  }
  const look = await activation.look(tokenOf(request), address);
  if (look.kind !== 'expired') return shown(needs, request, look);
  const resent = await resend.resend({ account: look.account._id, from: address });
  return shownResent(needs, request, resent);
};

type State = ActivationLook | Activated;

const shown = (needs: PageNeeds, request: Request, state: State): Reply => {
  const { account, pages } = texts[pageLocale(request)];
  const { activate: say } = account;
  switch (state.kind) {
    case 'ready':
      return noticePage(request, {
        ...say.ready,
        children: <Press request={request}>{say.ready.button}</Press>,
      });
    case 'activated':
    case 'already':
      return noticePage(request, {
        tone: 'good',
        ...say[state.kind],
        children: <Go to="/login">{account.signIn}</Go>,
      });
    case 'expired':
      return noticePage(request, {
        tone: 'late',
        ...say.expired,
        children: (
          <Press request={request} name="again">
            {say.expired.button}
          </Press>
        ),
      });
    case 'superseded':
      return noticePage(request, {
        tone: 'late',
        ...say.superseded,
        children: <Go to="/forgot">{say.superseded.another}</Go>,
      });
    case 'unknown':
      return noticePage(request, {
        tone: 'wrong',
        ...say.unknown,
        status: 404,
        children: <Go to="/forgot">{say.unknown.another}</Go>,
      });
    case 'limited':
      return limited(needs, state.until, {
        request,
        title: say.limited.title,
        lines: say.limited.lines(pages.time(state.until)),
      });
  }
};

const shownResent = (needs: PageNeeds, request: Request, resent: Resent): Reply => {
  const { account, pages } = texts[pageLocale(request)];
  const { activate: say } = account;
  switch (resent.kind) {
    case 'queued':
      return noticePage(request, { tone: 'mail', ...say.resent });
    case 'active':
      return noticePage(request, {
        tone: 'good',
        ...say.already,
        children: <Go to="/login">{account.signIn}</Go>,
      });
    case 'limited':
      return limited(needs, resent.until, {
        request,
        title: say.resendLimited.title,
        lines: say.resendLimited.lines(pages.time(resent.until)),
      });
  }
};

const limited = (
  { services }: PageNeeds,
  until: Date,
  {
    request,
    ...words
  }: { readonly request: Request; readonly title: string; readonly lines: readonly string[] },
): Reply => tooSoon(noticePage(request, { tone: 'late', ...words }), until, services.clock());

interface PressProps {
  readonly request: Request;
  readonly name?: string;
  readonly children: ComponentChildren;
}

/** One button and nothing else. */
const Press = ({ request, name, children }: PressProps) => (
  <form method="post" action={`/activate/${encodeURIComponent(tokenOf(request))}`}>
    <button type="submit" {...(name !== undefined && { name, value: 'true' })}>
      {children}
    </button>
  </form>
);

const Go = ({ to, children }: { readonly to: string; readonly children: ComponentChildren }) => (
  <p class="act">
    <a class="button" href={to}>
      {children}
    </a>
  </p>
);
