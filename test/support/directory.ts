import http from 'node:http';
import https from 'node:https';
import { type Asked, type Behaviour, httpStandIn } from './httpStandIn';

/** Azure's directory for one tenant: whatever goes to Azure over TLS in this process comes here. It gives tokens to who asks as it should. */
export const aDirectory = async (tenantId: string) => {
  const azure = await httpStandIn({ status: 404, body: '{}' });
  azure.behave(directoryOf(tenantId));
  const { hostname, port } = new URL(azure.url);
  const dialled = jest
    .spyOn(https, 'request')
    .mockImplementation(((options: http.RequestOptions) =>
      http.request({ ...options, protocol: 'http:', hostname, port, agent: undefined })) as never);
  return {
    ...azure,
    stop: async () => {
      dialled.mockRestore();
      await azure.stop();
    },
  };
};

export const directoryOf =
  (tenantId: string) =>
  ({ path }: Pick<Asked, 'path'>): Behaviour => {
    const base = `https://login.microsoftonline.com/${tenantId}`;
    if (path.includes('openid-configuration')) {
      return answer({
        issuer: `${base}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      });
    }
    return path.startsWith(`/${tenantId}/oauth2/v2.0/token`)
      ? answer({ token_type: 'Bearer', expires_in: 3_599, access_token: 'our token' })
      : { status: 404, body: '{}' };
  };

const answer = (body: object): Behaviour => ({ status: 200, body: JSON.stringify(body) });
