import { createTransport } from 'nodemailer';

/** Waits no longer for a connection, a greeting or an answer; reads no file and no address that a mail may name. */
export const smtpTransport = (url: string, timeoutMs: number) =>
  createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
