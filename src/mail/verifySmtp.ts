import type { Outcome } from '../services/sendMail';
import { smtpTransport } from './smtpTransport';

/** Connects and signs in, and sends nothing. */
export const verifySmtp = async (url: string, timeoutMs: number): Promise<Outcome> => {
  const transport = smtpTransport(url, timeoutMs);
  try {
    await transport.verify();
    return { kind: 'accepted' };
  } catch (error) {
    const { responseCode, code }: { readonly responseCode?: unknown; readonly code?: unknown } =
      Object(error);
    return { kind: 'later', reason: `SMTP ${responseCode ?? code}` };
  } finally {
    transport.close();
  }
};
