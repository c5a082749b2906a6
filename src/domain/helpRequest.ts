import type { Draft } from './facts';
import type { Locale } from './locale';
import type { OwesMail } from './mail';
import type { ToldIn } from './toldIn';

export interface HelpRequest extends OwesMail {
  /** The number the person is given: "D-482913". */
  readonly _id: string;
  readonly description: string;
  /** Where to answer. */
  readonly email: string;
  /** What was filled in so far, when the person agreed to send it along. */
  readonly draft?: Draft;
  readonly locale: Locale;
  readonly channel: string;
  readonly status: 'open' | 'closed';
  readonly createdAt: Date;
  readonly closedAt?: Date;
  /** What staff answered when they closed it. */
  readonly answer?: string;
  /** The conversation it came from; absent for forms. */
  readonly toldIn?: ToldIn;
}
