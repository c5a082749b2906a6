import type { Request } from 'restify';
import { terms } from '../text/terms';
import { texts } from '../text/texts';
import { pageDocument } from './layout';
import { pageLocale } from './pageLocale';
import { html, type Reply } from './reply';

export const termsPage = (request: Request): Reply => {
  const locale = pageLocale(request);
  const { title, version, effectiveOn, sections } = terms[locale];
  const say = texts[locale].pages;
  return html(
    200,
    pageDocument({
      locale,
      title,
      children: (
        <article class="reading">
          <h1>{title}</h1>
          <p class="lead">{say.termsVersion(version, new Date(effectiveOn))}</p>
          <ol class="sections">
            {sections.map(({ heading, paragraphs }) => (
              <li key={heading}>
                <h2>{heading}</h2>
                {paragraphs.map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
              </li>
            ))}
          </ol>
        </article>
      ),
    }),
  );
};
