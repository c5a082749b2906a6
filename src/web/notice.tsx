import type { ComponentChildren } from 'preact';
import type { Request } from 'restify';
import { Icon } from './icon';
import { pageDocument } from './layout';
import { html, type Reply } from './reply';

interface Notice {
  readonly status?: number;
  /** Small print above the title. */
  readonly code?: string;
  /** How it went, shown as a sign. */
  readonly tone?: keyof typeof signs;
  readonly title: string;
  readonly lines: readonly string[];
  /** What can be done about it. */
  readonly children?: ComponentChildren;
}

/** A page that says one thing. */
export const noticePage = (
  request: Request,
  { status = 200, code, tone, title, lines, children }: Notice,
): Reply =>
  html(
    status,
    pageDocument({
      request,
      title,
      children: (
        <section class="notice">
          {tone === undefined ? undefined : (
            <span class="sign" data-tone={tone}>
              <Icon shape={signs[tone]} />
            </span>
          )}
          {code === undefined ? undefined : <p class="code">{code}</p>}
          <h1>{kept(title)}</h1>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {children}
        </section>
      ),
    }),
  );

const signs = { good: 'check', mail: 'mail', late: 'clock', wrong: 'alert' } as const;

/** The number of a request does not break at its hyphen. */
const kept = (title: string): ComponentChildren =>
  title.split(/(D-\d{6})/).map((part) =>
    part.startsWith('D-') ? (
      <span key={part} class="whole">
        {part}
      </span>
    ) : (
      part
    ),
  );
