import type { Request } from 'restify';
import { texts } from '../text/texts';
import { pageDocument } from './layout';
import { pageLocale } from './pageLocale';
import { html, json, type Reply } from './reply';

/** A page for people, a word for machines; of the error itself nothing but its status. */
export const errorReply = (request: Request, status: number): Reply => {
  if (!wantsPage(request)) return json(status, { error: words[status] ?? 'refused' });
  const locale = pageLocale(request);
  const { errors, errorCode } = texts[locale].pages;
  const { title, lines } = status < 500 ? errors.notFound : errors.failed;
  return html(
    status,
    pageDocument({
      locale,
      title,
      children: (
        <section class="notice">
          <p class="code">{errorCode(status)}</p>
          <h1>{title}</h1>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ),
    }),
  );
};

const words: Readonly<Record<number, string>> = {
  400: 'badRequest',
  404: 'notFound',
  405: 'methodNotAllowed',
  500: 'failed',
};

/** Browsers name HTML first; scripts say "anything" or JSON. */
const wantsPage = ({ headers }: Request): boolean => headers.accept?.includes('text/html') === true;
