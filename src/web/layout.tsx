import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Request } from 'restify';
import { texts } from '../text/texts';
import { Icon } from './icon';
import { LanguageSwitch } from './languageSwitch';
import { pageLocale } from './pageLocale';
import { stylesheet } from './stylesheet';

interface Page {
  readonly request: Request;
  readonly title: string;
  readonly children: ComponentChildren;
  /** More of the head. */
  readonly head?: ComponentChildren;
  /** What the portal is for, in the band at the top. */
  readonly tagline?: string;
  /** Action of the page's form (`answersForm`), when what is typed in it goes along to the other language. */
  readonly typedAt?: string | undefined;
  /** Somebody is signed in: the page offers no sign-in. */
  readonly signedIn?: boolean;
}

/** A whole document, as text, in the language that the request asks for. */
export const pageDocument = (page: Page): string =>
  `<!doctype html>${render(<Layout {...page} />)}`;

const Layout = (page: Page) => {
  const { request, title, children, head, tagline, typedAt, signedIn = false } = page;
  const locale = pageLocale(request);
  const say = texts[locale].pages;
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content={brandColour} />
        <title>{`${title} – ${say.portal}`}</title>
        <link rel="stylesheet" href={stylesheet.path} />
        <link rel="icon" href={favicon} />
        {head}
      </head>
      <body>
        <a class="skip" href="#content">
          {say.skipToContent}
        </a>
        <header class="band">
          <div class="container">
            <a class="brand" href="/">
              <span class="mark">
                <Icon shape="printer" />
              </span>
              {say.portal}
            </a>
            <nav aria-label={say.languages}>
              <LanguageSwitch request={request} action={typedAt} />
            </nav>
          </div>
          {tagline === undefined ? undefined : <p class="container tagline">{tagline}</p>}
        </header>
        <main class="container" id="content">
          {children}
        </main>
        <footer>
          <nav class="container" aria-label={say.portal}>
            {signedIn ? <a href="/home">{say.home}</a> : <a href="/login">{say.signIn}</a>}
            <a href="/help">{say.help}</a>
            <a href={`/terms?lang=${locale}`}>{say.terms}</a>
          </nav>
        </footer>
      </body>
    </html>
  );
};

const brandColour = '#12395f';

/** The mark of the band, small. */
export const favicon = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="${brandColour}"/><path d="M8 9.5V5.5h8v4M8 16H5.5V9.5h13V16H16M8 13.5h8v5H8z" fill="none" stroke="#fff" stroke-width="1.5" stroke-linejoin="round"/></svg>`,
)}`;
