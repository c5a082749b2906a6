import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Locale } from '../domain/locale';
import { texts } from '../text/texts';
import { stylesheet } from './stylesheet';

interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A whole document, as text. */
export const pageDocument = (page: Page): string =>
  `<!doctype html>${render(<Layout {...page} />)}`;

const Layout = ({ locale, title, children }: Page) => {
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
      </head>
      <body>
        <a class="skip" href="#content">
          {say.skipToContent}
        </a>
        <header class="band">
          <div class="container">
            <p class="brand">
              <span class="mark" aria-hidden="true" />
              {say.portal}
            </p>
            <nav aria-label={say.languages}>
              <a href={`?lang=${other}`} lang={other} hreflang={other}>
                {say.otherLanguage}
              </a>
            </nav>
          </div>
        </header>
        <main class="container" id="content">
          {children}
        </main>
        <footer class="container">
          <a href={`/terms?lang=${locale}`}>{say.terms}</a>
        </footer>
      </body>
    </html>
  );
};
