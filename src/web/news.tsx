import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

interface NewsProps {
  /** Something that the person just did went well: read aloud when the page comes. */
  readonly done?: boolean;
  readonly children: ComponentChildren;
}

/** What is good to know, set off from the rest. */
export const News = ({ done = false, children }: NewsProps) => (
  <div class="news" {...(done && { role: 'status' as const })}>
    <Icon shape={done ? 'check' : 'info'} />
    <div>{children}</div>
  </div>
);
