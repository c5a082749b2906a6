import { createTransport } from 'nodemailer';
import type { Outcome } from '../services/sendMail';

/** Connects and signs in, and sends nothing. */
export const verifySmtp = async (url: string, timeoutMs: number): Promise<Outcome> => {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
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
