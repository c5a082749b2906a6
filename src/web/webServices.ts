import type { Locale } from '../domain/locale';
import type { Terms } from '../domain/terms';
import type { Activation } from '../services/activation';
import type { ActiveAccount } from '../services/activeAccount';
import type { Clock } from '../services/clock';
import type { Forgot } from '../services/forgot';
import type { Machines } from '../services/machines';
import type { MailState } from '../services/mailState';
import type { Passwords } from '../services/passwords';
import type { Register } from '../services/register';
import type { RequestHelp } from '../services/requestHelp';
import type { Resend } from '../services/resend';
import type { EndSession, Session } from '../services/session';
import type { SignIn } from '../services/signIn';

/** What the pages need from the rest of the house. */
export interface WebServices {
  readonly register: Register;
  readonly requestHelp: RequestHelp;
  readonly machines: Machines;
  readonly mailState: MailState;
  readonly activation: Activation;
  readonly signIn: SignIn;
  readonly passwords: Passwords;
  readonly forgot: Forgot;
  readonly resend: Resend;
  readonly session: Session;
  readonly endSession: EndSession;
  readonly activeAccount: ActiveAccount;
  /** Current version, both languages. */
  readonly terms: Readonly<Record<Locale, Terms>>;
  readonly helpMailTo: string;
  readonly secretKeys: readonly string[];
  readonly clock: Clock;
  /** Unique; letters, digits and hyphens only. */
  readonly newId: () => string;
  /** Six digits, drawn at random. */
  readonly newNumber: () => string;
}
