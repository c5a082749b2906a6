/** The channel did not take our replies. They are stored: it tries again and gets them then. */
export class NotSent extends Error {
  override readonly name = 'NotSent';
}

/** Sends within so many milliseconds or throws `NotSent`; `refused` where the channel lets nobody send there any more: the bot was blocked, the conversation is gone. */
export const sendInTime = async (
  ms: number,
  send: () => Promise<unknown>,
): Promise<'sent' | 'refused'> => {
  let timer: NodeJS.Timeout | undefined;
  const sending = send();
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotSent('the channel did not answer')), ms + graceMs);
  });
  try {
    await Promise.race([sending, late]);
    return 'sent';
  } catch (cause) {
    // The one that loses the race may still fail later, with nobody listening.
    sending.catch(() => undefined);
    if (isRefusal(cause)) return 'refused';
    throw new NotSent('the channel did not take the replies', { cause });
  } finally {
    clearTimeout(timer);
  }
};

/** Trying again would be refused again. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  'statusCode' in error &&
  (error.statusCode === 403 || error.statusCode === 404);

/** A call to a channel ends at its time; what runs in this process has no such end. */
const graceMs = 50;
