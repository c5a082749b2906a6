import { aServer } from '../support/server';

const connectSrcOf = async (config: Parameters<typeof aServer>[0]) => {
  const server = await aServer(config);
  const { headers } = await fetch(server.url);
  await server.stop();
  return /connect-src ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];
};

test.each<readonly [string, Parameters<typeof aServer>[0], string]>([
  ['ourselves', { publicUrl: 'https://portal.example.org' }, "'self' wss://portal.example.org"],
  [
    "ourselves and Azure's Direct Line where it is configured",
    { publicUrl: 'https://portal.example.org', directLineSecret: 'secret' },
    "'self' wss://portal.example.org https://directline.botframework.com wss://directline.botframework.com",
  ],
])('the page with the chat may connect to %s', async (_, config, allowed) => {
  expect(await connectSrcOf(config)).toBe(allowed);
});
