import { setTimeout as pause } from 'node:timers/promises';
import { type Behaviour, httpStandIn } from '../support/httpStandIn';
import type { Provider } from './provider';

/** Speaks SendGrid's HTTP, for processes of their own. Busy at the first mail, then accepting. */
export const aProviderServer = async () => {
  const accepted = new Map<string, readonly string[]>();
  let busy = true;
  const standIn = await httpStandIn({ status: 202 });
  standIn.behave(({ body }): Behaviour => {
    if (busy) {
      busy = false;
      return { status: 503 };
    }
    const id = mailIdIn(body);
    accepted.set(id, [...(accepted.get(id) ?? []), body]);
    return { status: 202 };
  });
  const provider: Provider = {
    accepted,
    quiet: () => pause(30),
    reset: () => {
      accepted.clear();
      standIn.asked.length = 0;
      busy = true;
    },
  };
  return { provider, url: standIn.url, stop: standIn.stop };
};

/** Which mail a request is about, wherever the custom arguments stand. */
export const mailIdIn = (body: string): string => {
  const [, id] = /"mailId":"([^"]+)"/.exec(body) ?? [];
  if (id === undefined) throw new Error('a mail without its id');
  return id;
};
