import type { Clock } from '../services/clock';
import { openLocalOutbox } from './localOutbox';
import type { Sender } from './sender';

export interface SenderSettings {
  readonly dataDir: string;
  readonly sendgrid?: { readonly apiKey: string; readonly baseUrl?: string } | undefined;
  readonly smtpUrl?: string | undefined;
}

/** SendGrid, else SMTP, else a file on this computer. Only the one that is chosen is loaded: each costs a tenth of a second at the start. */
export const openSender = async (settings: SenderSettings, clock: Clock): Promise<Sender> => {
  const { dataDir, sendgrid, smtpUrl } = settings;
  if (sendgrid !== undefined) {
    const { makeSendgrid }: typeof import('./sendgrid') = require('./sendgrid');
    return makeSendgrid({ ...sendgrid, clock });
  }
  if (smtpUrl !== undefined) {
    const { makeSmtp }: typeof import('./smtp') = require('./smtp');
    return makeSmtp({ url: smtpUrl });
  }
  return { ...(await openLocalOutbox(dataDir)), hurry: () => undefined };
};
