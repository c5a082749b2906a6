import type { Environment } from '../config';
import type { Locale } from '../domain/locale';
import type { Texts } from '../text/texts';
import type { AzureDoor } from './doctor/azureDoor';

/** Where a command's words go, and in which language. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Somebody is looking at the standard error: progress may be drawn. */
  readonly drawsProgress: boolean;
  readonly env: Environment;
  readonly locale: Locale;
  readonly texts: Texts;
  /** Another way to Azure than the network. */
  readonly azure?: AzureDoor;
}

/** One value on one line. */
export const printJson = ({ out }: Terminal, value: unknown): void =>
  out(`${JSON.stringify(value)}\n`);
