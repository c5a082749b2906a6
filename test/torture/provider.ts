import type { SendMail } from '../../src/services/sendMail';

/** A mail provider that counts. */
export interface Provider {
  /** Bodies that were accepted, by the mail's id. */
  readonly accepted: ReadonlyMap<string, readonly string[]>;
  /** What is on its way has arrived. */
  quiet(): Promise<void>;
  /** Forgets everything; the next mail is told to come again later. */
  reset(): void;
}

/** Within this process. */
export const aProvider = (): Provider & { readonly send: SendMail } => {
  const accepted = new Map<string, readonly string[]>();
  let busy = true;
  return {
    accepted,
    quiet: async () => undefined,
    reset: () => {
      accepted.clear();
      busy = true;
    },
    send: async (mail) => {
      if (busy) {
        busy = false;
        return { kind: 'later', reason: 'HTTP 503' };
      }
      accepted.set(mail.id, [...(accepted.get(mail.id) ?? []), JSON.stringify(mail)]);
      return { kind: 'accepted' };
    },
  };
};
