import type { Meter } from '../services/meter';
import type { CookieJar } from './cookies';
import type { Seal } from './seal';
import type { Sessions } from './sessions';
import type { WebServices } from './webServices';

/** What every page is made with. */
export interface PageNeeds {
  readonly services: WebServices;
  readonly sessions: Sessions;
  readonly jar: CookieJar;
  /** Closes the answers of a registration that a browser carries. */
  readonly draftSeal: Seal;
  /** Closes the number that a help request will have. */
  readonly numberSeal: Seal;
  readonly publicUrl: string;
  readonly meter: Pick<Meter, 'reached'>;
  /** Where the chat connects to, when not to ourselves. */
  readonly directLine?: string | undefined;
  /** The tab in Teams, with the bot that it leads to; without it there is no tab. */
  readonly teamsTab?: { readonly botId?: string } | undefined;
  /** A machine to try with, told on the login page. */
  readonly sampleSerial?: string | undefined;
}
