import type { Request } from 'restify';
import { terms } from '../text/terms';
import { texts } from '../text/texts';
import { pageDocument } from './layout';
import { pageLocale } from './pageLocale';
import { html, type Reply } from './reply';
import { TermsSections } from './termsSections';

export const termsPage = (request: Request): Reply => {
  const locale = pageLocale(request);
  const { title, version, effectiveOn, sections } = terms[locale];
  const say = texts[locale].pages;
  return html(
    200,
    pageDocument({
      request,
      title,
      children: (
        <article class="reading">
          <h1>{title}</h1>
          <p class="lead">{say.termsVersion(version, new Date(effectiveOn))}</p>
          <TermsSections sections={sections} />
        </article>
      ),
    }),
  );
};
