import type { Config } from '../../config';
import type { Outcome } from '../../services/sendMail';
import type { Texts } from '../../text/texts';
import type { Finding } from './finding';
import { trialMail } from './trialMail';

/** Asks the provider without sending anything: SendGrid in its sandbox, an SMTP server with who we are. */
export const checkMail = async (config: Config, texts: Texts): Promise<Finding> => {
  const t = texts.commands.doctor.mail;
  if (config.sendgrid !== undefined) {
    // Loaded when asked for: each costs a tenth of a second.
    const { makeSendgrid }: typeof import('../../mail/sendgrid') = require('../../mail/sendgrid');
    const sender = makeSendgrid({
      ...config.sendgrid,
      clock: () => new Date(),
      timeoutMs,
      sandbox: true,
    });
    const outcome = await sender.send(trialMail(config));
    await sender.close();
    return found(outcome, 'SendGrid', texts);
  }
  if (config.smtpUrl !== undefined) {
    const { verifySmtp }: typeof import('../../mail/verifySmtp') = require('../../mail/verifySmtp');
    return found(await verifySmtp(config.smtpUrl, timeoutMs), 'SMTP', texts);
  }
  return { check: 'mail', state: 'note', says: t.local };
};

const timeoutMs = 10_000;

const found = (outcome: Outcome, provider: 'SendGrid' | 'SMTP', { commands }: Texts): Finding => {
  const t = commands.doctor.mail;
  return outcome.kind === 'accepted'
    ? { check: 'mail', state: 'ok', says: t.accepted(provider) }
    : { check: 'mail', state: 'failed', says: t.refused[provider](outcome.reason) };
};
