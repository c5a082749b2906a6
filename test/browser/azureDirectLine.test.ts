import { azureDirectLineStandIn } from '../support/azureDirectLine';
import { aDirectory } from '../support/directory';
import { anIssuer, aSigner, aToken } from '../support/issuer';
import { aServer } from '../support/server';
import { aChatter } from './aChatter';
import { inBrowser } from './support';

jest.setTimeout(120_000);

const id = '6f5ca0e1-0d7a-4c8c-9c8b-2a4b8f6f0c11';
const tenantId = '0a6e1b6c-4f0b-4c49-8f1e-9d0c8a7e5f22';
const secret = 'the secret of Direct Line';

/** The product with an identity, and Azure around it: directory, keys, Direct Line. */
const inAzure = async () => {
  const signer = aSigner('current', ['directline']);
  const issuer = await anIssuer([signer]);
  const directory = await aDirectory(tenantId);
  const azure = await azureDirectLineStandIn({ secret });
  const server = await aServer(
    {
      bot: { type: 'SingleTenant', id, password: 'p', tenantId },
      directLineSecret: secret,
    },
    undefined,
    { cloud: issuer.cloud, directLine: azure.base },
  );
  azure.serve({
    url: server.url,
    token: (serviceurl) => aToken(signer, { aud: id, serviceurl }),
  });
  return {
    ...server,
    azure,
    directory,
    stop: async () => {
      await server.stop();
      await azure.stop();
      await directory.stop();
      await issuer.stop();
    },
  };
};

inBrowser("the chat through Azure's Direct Line", inAzure, (stage) => {
  test('talks to Azure alone, as the page allows, and goes on after a reload', async () => {
    const { azure, directory, url } = stage.server;
    const { page, chat, troubles, leave } = await aChatter(stage.browser, { url });
    const hosts = new Set<string>();
    page.on('request', (request) => {
      if (request.url().startsWith('http')) hosts.add(new URL(request.url()).host);
    });
    page.on('websocket', (socket) => hosts.add(new URL(socket.url()).host));
    await chat.open();
    await chat.press(await chat.card(/Inscription/), /^Commencer/);
    await chat.say("je m'appelle Zoé Tremblay, 514 555-0142");
    await chat.hears(/C'est noté/);
    const before = await chat.history();
    await page.reload();
    await chat.open();
    await chat.hears(/C'est noté/);
    expect(await chat.history()).toEqual(before);

    expect(hosts).toEqual(new Set([new URL(url).host, new URL(azure.url).host]));
    expect(azure.trustedOrigins).toContain('http://localhost:0');
    expect(azure.refused).toEqual([]);
    // What the bot said went out with a token of its own.
    expect(directory.asked.filter(({ method }) => method === 'POST').length).toBeGreaterThan(0);
    expect(troubles.filter((trouble) => !trouble.startsWith(`request: ${azure.url}/`))).toEqual([]);
    expect(await page.content()).not.toContain(secret);
    await leave();
  });
});
