import type { Config } from '../../config';
import type { Texts } from '../../text/texts';
import type { Finding } from './finding';

/** The server may be stopped, and this machine may not see itself from outside: no answer is a note, a wrong one is not. */
export const checkPublicUrl = async (
  { publicUrl }: Config,
  { commands }: Texts,
): Promise<Finding> => {
  const t = commands.doctor.publicUrl;
  const finding = (state: Finding['state'], says: string): Finding => ({
    check: 'publicUrl',
    state,
    says,
  });
  const answer = await ask(`${publicUrl}/healthz`);
  if (answer === 'none') return finding('note', t.silent(publicUrl));
  if (answer === 'other') return finding('failed', t.other(publicUrl));
  const { protocol, hostname } = new URL(publicUrl);
  const local = /^(?:localhost|127\.|\[::1\])/.test(hostname);
  return protocol === 'https:' || local
    ? finding('ok', t.answers(publicUrl))
    : finding('note', t.plain(publicUrl));
};

const ask = async (url: string): Promise<'ours' | 'other' | 'none'> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' });
    const body: unknown = await response.json().catch(() => undefined);
    return response.ok && Object(body).status === 'ok' ? 'ours' : 'other';
  } catch {
    return 'none';
  }
};
