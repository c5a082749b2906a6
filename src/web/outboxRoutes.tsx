import type { Request } from 'restify';
import type { OutboxMail, ReadOutbox } from '../services/sendMail';
import { texts } from '../text/texts';
import { callerIsLocal } from './callerIsLocal';
import { errorReply } from './errorPage';
import { pageDocument } from './layout';
import { pageLocale, query } from './pageLocale';
import { html, json, type Reply, type Responder } from './reply';

/** Reading the local outbox: for developers, from this machine only, never kept by a browser. */
export const outboxRoutes = (
  read: ReadOutbox,
  publicUrl: string,
): readonly [string, Responder][] => {
  const forDevelopers =
    (show: (mails: readonly OutboxMail[], request: Request) => Reply | undefined): Responder =>
    async (request) => {
      if (!callerIsLocal(request, publicUrl)) return errorReply(request, 404);
      const reply = show(await read(), request) ?? errorReply(request, 404);
      return { ...reply, headers: { ...reply.headers, 'Cache-Control': 'no-store' } };
    };
  return [
    ['/dev/outbox', forDevelopers(listPage)],
    ['/dev/outbox.json', forDevelopers((mails) => json(200, mails))],
    ['/dev/outbox/mail', forDevelopers(mailFrame)],
  ];
};

const listPage = (mails: readonly OutboxMail[], request: Request): Reply => {
  const locale = pageLocale(request);
  const say = texts[locale].pages;
  return html(
    200,
    pageDocument({
      request,
      title: say.outbox,
      children: (
        <>
          <h1>{say.outbox}</h1>
          <p class="lead">{mails.length === 0 ? say.outboxEmpty : say.outboxLead}</p>
          {mails.slice(0, mostShown).map((mail, index) => (
            <Mail key={mail.id} mail={mail} open={index === 0} locale={locale} />
          ))}
        </>
      ),
    }),
  );
};

const mostShown = 50;

interface MailProps {
  readonly mail: OutboxMail;
  readonly open: boolean;
  readonly locale: ReturnType<typeof pageLocale>;
}

const Mail = ({ mail, open, locale }: MailProps) => {
  const say = texts[locale].pages;
  return (
    <details class="mail" open={open}>
      <summary>
        <strong>{mail.subject}</strong>
        <span class="to">{mail.to}</span>
        <span class="when">
          <time datetime={mail.createdAt}>{say.moment(new Date(mail.createdAt))}</time>
          <span class="state">{say.mailStates[mail.state]}</span>
        </span>
      </summary>
      <iframe
        title={`${say.outboxHtml} ${mail.subject}`}
        src={`/dev/outbox/mail?id=${encodeURIComponent(mail.id)}`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        loading="lazy"
      />
      <h2>{say.outboxText}</h2>
      <pre>{mail.text}</pre>
    </details>
  );
};

/**
 * One mail as its reader sees it. Mails carry their styles in attributes, which the pages' policy refuses,
 * so this frame has its own: styles are free, everything else is off, scripts and forms twice.
 */
const mailFrame = (mails: readonly OutboxMail[], request: Request): Reply | undefined => {
  const id = query(request).get('id');
  const mail = mails.find((one) => one.id === id);
  if (mail === undefined) return undefined;
  const { headers, ...page } = html(200, mail.html);
  return { ...page, headers: { ...headers, 'Content-Security-Policy': framePolicy } };
};

const framePolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  ...['script', 'img', 'font', 'media', 'connect', 'frame', 'worker', 'manifest', 'object'].map(
    (kind) => `${kind}-src 'none'`,
  ),
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');
