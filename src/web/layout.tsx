import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Request } from 'restify';
import { texts } from '../text/texts';
import { inLanguage, pageLocale } from './pageLocale';
import { stylesheet } from './stylesheet';

interface Page {
  readonly request: Request;
  readonly title: string;
  readonly children: ComponentChildren;
  /** More of the head. */
  readonly head?: ComponentChildren;
}

/** A whole document, as text, in the language that the request asks for. */
export const pageDocument = (page: Page): string =>
  `<!doctype html>${render(<Layout {...page} />)}`;

const Layout = ({ request, title, children, head }: Page) => {
  const locale = pageLocale(request);
  const say = texts[locale].pages;
  const other = locale === 'fr' ? 'en' : 'fr';
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – ${say.portal}`}</title>
        <link rel="stylesheet" href={stylesheet.path} />
        <link rel="icon" href="data:," />
        {head}
      </head>
      <body>
        <a class="skip" href="#content">
          {say.skipToContent}
        </a>
        <header class="band">
          <div class="container">
            <a class="brand" href="/">
              <span class="mark" aria-hidden="true" />
              {say.portal}
            </a>
            <nav aria-label={say.languages}>
              <a href={inLanguage(request, other)} lang={other} hreflang={other}>
                {say.otherLanguage}
              </a>
            </nav>
          </div>
        </header>
        <main class="container" id="content">
          {children}
        </main>
        <footer>
          <nav class="container" aria-label={say.portal}>
            <a href="/login">{say.signIn}</a>
            <a href="/help">{say.help}</a>
            <a href={`/terms?lang=${locale}`}>{say.terms}</a>
          </nav>
        </footer>
      </body>
    </html>
  );
};
