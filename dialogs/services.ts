import type { TurnContext } from 'botbuilder';
import type { Locale } from '../src/domain/locale';
import type { Member } from '../src/domain/offer';
import type { Terms } from '../src/domain/terms';
import type { Clock } from '../src/services/clock';
import type { HandOver } from '../src/services/handOver';
import type { Machines } from '../src/services/machines';
import type { MailState } from '../src/services/mailState';
import type { Register } from '../src/services/register';
import type { RequestHelp } from '../src/services/requestHelp';
import type { Resend } from '../src/services/resend';

/** What the channel says of the person who speaks, asked now; `undefined` where it cannot be asked. */
export type MemberOf = (context: TurnContext) => Promise<Member | undefined> | undefined;

/** What the conversation needs from the rest of the house. */
export interface Services {
  readonly machines: Machines;
  readonly register: Register;
  readonly requestHelp: RequestHelp;
  readonly resend: Resend;
  readonly mailState: MailState;
  readonly handOver: HandOver;
  /** The bot's id, when it can be reached in Teams. */
  readonly teamsBot?: string;
  /** Current version, both languages. */
  readonly terms: Readonly<Record<Locale, Terms>>;
  /** Base of addresses shown to people, without a slash at its end. */
  readonly publicUrl: string;
  readonly helpMailTo: string;
  readonly clock: Clock;
  /** Unique; letters, digits and hyphens only. */
  readonly newId: () => string;
  /** Six digits, drawn at random: short enough to say on the phone. */
  readonly newNumber: () => string;
}
