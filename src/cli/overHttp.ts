import type { App } from '../app';

/** The bot of a server that runs on this machine; `undefined` when none answers there. */
export const overHttp = async (url: string): Promise<Pick<App, 'receive'> | undefined> => {
  const alive = await fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!alive) return undefined;
  return {
    receive: async ({ body }) => {
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    },
  };
};
