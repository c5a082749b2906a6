import type { Request } from 'restify';
import { type Texts, texts } from '../text/texts';
import { noticePage } from './notice';
import { pageLocale } from './pageLocale';
import { json, type Reply, unkept } from './reply';
import { wantsPage } from './wantsPage';

/** A page for people, a word for machines; of the error itself nothing but its status. */
export const errorReply = (request: Request, status: number): Reply => {
  const { code, words } = kinds[status] ?? (status < 500 ? unreadable : failed);
  if (!wantsPage(request)) return json(status, { error: code });
  const { account, pages } = texts[pageLocale(request)];
  return unkept(
    noticePage(request, {
      status,
      code: pages.errorCode(status),
      tone: 'wrong',
      ...pages.errors[words],
      children: (
        <p class="act">
          <a class="button secondary" href="/login">
            {account.backToSignIn}
          </a>
        </p>
      ),
    }),
  );
};

interface Kind {
  readonly code: string;
  readonly words: keyof Texts['pages']['errors'];
}

const unreadable: Kind = { code: 'badRequest', words: 'unreadable' };
const failed: Kind = { code: 'failed', words: 'failed' };

const kinds: Readonly<Record<number, Kind>> = {
  400: unreadable,
  403: { code: 'foreignOrigin', words: 'refused' },
  404: { code: 'notFound', words: 'notFound' },
  405: { code: 'methodNotAllowed', words: 'notFound' },
  413: { code: 'tooLarge', words: 'tooLarge' },
  415: { code: 'notForm', words: 'unreadable' },
};
