import type { ComponentChildren } from 'preact';
import type { Request } from 'restify';
import { pageDocument } from './layout';
import { html, type Reply } from './reply';

interface Notice {
  readonly status?: number;
  /** Small print above the title. */
  readonly code?: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** What can be done about it. */
  readonly children?: ComponentChildren;
}

/** A page that says one thing. */
export const noticePage = (
  request: Request,
  { status = 200, code, title, lines, children }: Notice,
): Reply =>
  html(
    status,
    pageDocument({
      request,
      title,
      children: (
        <section class="notice">
          {code === undefined ? undefined : <p class="code">{code}</p>}
          <h1>{title}</h1>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {children}
        </section>
      ),
    }),
  );
