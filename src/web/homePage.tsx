import type { Request } from 'restify';
import type { Account } from '../domain/account';
import { addressLines } from '../domain/addressLines';
import { emailShown } from '../domain/recognise/email';
import { phoneShown } from '../domain/recognise/phoneShown';
import { type Texts, texts } from '../text/texts';
import { pageDocument } from './layout';
import { News } from './news';
import { pageLocale, query } from './pageLocale';
import type { PageNeeds } from './pageNeeds';
import { html, type Reply, redirect, unkept } from './reply';
import { page, type Route } from './route';

export const homeRoutes = (needs: PageNeeds): readonly Route[] => [
  page('/home', async (request) => {
    const session = await needs.sessions.read(request);
    if (typeof session === 'string') return redirect(`/login?signed=${session}`);
    if (session.mustChange) return redirect('/password');
    return unkept(await homePage(needs, request, session.account));
  }),
];

const homePage = async (needs: PageNeeds, request: Request, account: Account): Promise<Reply> => {
  const locale = pageLocale(request);
  const { home, newPassword } = texts[locale].account;
  const say = texts[locale].pages;
  const machines = await machinesOf(needs, account);
  const changed = query(request).get('password') === 'changed';
  const phone = phoneShown(account.phone, account.extension, locale);
  return html(
    200,
    pageDocument({
      request,
      title: say.home,
      signedIn: true,
      children: (
        <>
          <h1>{home.title(account.givenName)}</h1>
          <p class="lead">{home.lead}</p>
          {changed ? <News done>{newPassword.changed}</News> : undefined}
          <div class="home">
            <section class="sheet" aria-labelledby="machines">
              <h2 id="machines">{home.machines}</h2>
              <ul class="machines">
                {machines.map(({ serial, model }) => (
                  <li key={serial}>
                    <dl>
                      <Pair name={home.serial}>{serial}</Pair>
                      {model === undefined ? undefined : <Pair name={home.model}>{model}</Pair>}
                      <Pair name={home.meter}>{meterSaid(home, account, serial)}</Pair>
                    </dl>
                  </li>
                ))}
              </ul>
            </section>
            <section class="sheet" aria-labelledby="next">
              <h2 id="next">{home.next}</h2>
              <ul>
                {home.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ul>
              <p class="below">
                <a href="/help">{say.help}</a>
              </p>
            </section>
            <section class="sheet" aria-labelledby="details">
              <h2 id="details">{home.details}</h2>
              <address>
                {[
                  `${account.givenName} ${account.familyName}`,
                  ...addressLines(account.address, locale),
                  phone,
                  emailShown(account.email),
                ].map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </address>
              <div class="row">
                <a class="button secondary" href="/password">
                  {home.changePassword}
                </a>
                <form method="post" action="/sign-out">
                  <button type="submit" class="other">
                    {home.signOut}
                  </button>
                </form>
              </div>
            </section>
          </div>
        </>
      ),
    }),
  );
};

const Pair = ({ name, children }: { readonly name: string; readonly children: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

interface OwnMachine {
  readonly serial: string;
  readonly model: string | undefined;
}

/** A machine that has left the list since is still the person's, only without a model. */
const machinesOf = (
  { services }: PageNeeds,
  { _id, machines }: Account,
): Promise<readonly OwnMachine[]> =>
  Promise.all(
    machines.map(async (serial) => {
      const looked = await services.machines.lookUp({ serial, conversation: `home|${_id}` });
      return { serial, model: looked.kind === 'found' ? looked.machine.model : undefined };
    }),
  );

const meterSaid = (
  home: Texts['account']['home'],
  { meterContact, meterContactWanted }: Account,
  serial: string,
): string => {
  if (meterContact.includes(serial)) return home.isContact;
  return meterContactWanted.includes(serial) ? home.wished : home.notContact;
};
