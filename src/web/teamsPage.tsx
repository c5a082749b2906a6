import { randomBytes } from 'node:crypto';
import { render } from 'preact-render-to-string';
import type { Request } from 'restify';
import { texts } from '../text/texts';
import { Icon } from './icon';
import { LanguageSwitch } from './languageSwitch';
import { favicon } from './layout';
import { Outward } from './outward';
import { pageLocale, query } from './pageLocale';
import type { PageNeeds } from './pageNeeds';
import { html, type Reply } from './reply';
import { page, type Route } from './route';
import { framedBy } from './securityHeaders';
import { stylesheet } from './stylesheet';
import { type TeamsAssets, teamsAssets } from './teamsAssets';
import { teamsPolicy } from './teamsPolicy';

/** The personal tab of the Teams app: what to do next, and the ways to do it. Whole without its script, and outside Teams. */
export const teamsRoutes = ({ teamsTab }: PageNeeds): readonly Route[] => {
  if (teamsTab === undefined) return [];
  const assets = teamsAssets();
  const conversation =
    teamsTab.botId === undefined
      ? undefined
      : `https://teams.microsoft.com/l/chat/0/0?users=28:${teamsTab.botId}`;
  return [
    page('/teams', async (request) => tab(request, { assets, conversation })),
    ...assets.routes.map(([path, respond]) => page(path, respond)),
  ];
};

interface Shown {
  readonly assets: TeamsAssets;
  /** With the bot in Teams; without it people talk to it on the login page. */
  readonly conversation: string | undefined;
}

const tab = (request: Request, shown: Shown): Reply => {
  const nonce = randomBytes(16).toString('base64');
  const document = `<!doctype html>${render(<Tab request={request} nonce={nonce} {...shown} />)}`;
  return framedBy(html(200, document), teamsPolicy(nonce));
};

const Tab = ({
  request,
  nonce,
  assets,
  conversation,
}: Shown & { readonly request: Request; readonly nonce: string }) => {
  const locale = pageLocale(request);
  const { teamsTab: say, pages, account } = texts[locale];
  const { newUser } = account.login;
  // The browser that opens them may prefer another language than Teams.
  const inThisLanguage = (path: string) => `${path}?lang=${locale}`;
  return (
    <html lang={locale} data-theme={themes.get(query(request).get('theme') ?? '')}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${say.title} – ${pages.portal}`}</title>
        <link rel="stylesheet" href={stylesheet.path} />
        <link rel="icon" href={favicon} />
        <script type="module" src={assets.script} nonce={nonce} data-library={assets.library} />
      </head>
      <body>
        <main class="container guide">
          <p class="other-language">
            <LanguageSwitch request={request} />
          </p>
          <div class="doors">
            <section class="sheet">
              <h1>{say.title}</h1>
              <p class="lead">{say.lead}</p>
              <p class="start">
                <Outward
                  href={conversation ?? inThisLanguage('/login')}
                  class="button"
                  inTeams={conversation !== undefined}
                >
                  {say.start}
                </Outward>
              </p>
              <h2>{say.next}</h2>
              <ol class="steps">
                {say.steps.map((step) => (
                  <li key={step}>
                    <span>{step}</span>
                  </li>
                ))}
              </ol>
            </section>
            <section class="sheet" aria-labelledby="have">
              <h2 id="have">{say.have}</h2>
              <ul class="ticks">
                {newUser.needs.map((need) => (
                  <li key={need}>
                    <Icon shape="check" />
                    <span>{need}</span>
                  </li>
                ))}
              </ul>
              <h2>{say.otherwise}</h2>
              <Outward href={inThisLanguage('/help')} class="door">
                {newUser.help}
                <Icon shape="help" />
                <Icon shape="onward" />
              </Outward>
              <Outward href={inThisLanguage('/register')} class="door">
                {say.form}
                <Icon shape="person" />
                <Icon shape="onward" />
              </Outward>
              <p>
                <Outward href={inThisLanguage('/login')}>{say.signIn}</Outward>
              </p>
              <p class="sample">{say.outward}</p>
            </section>
          </div>
        </main>
      </body>
    </html>
  );
};

/** Teams' own words for its themes. */
const themes: ReadonlyMap<string, string> = new Map([
  ['default', 'light'],
  ['dark', 'dark'],
  ['contrast', 'contrast'],
]);
