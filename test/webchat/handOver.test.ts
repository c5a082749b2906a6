import { aServer, type TestServer } from '../support/server';

let server: TestServer;
beforeAll(async () => {
  const bot = { type: 'SingleTenant', id: 'bot-id', tenantId: 'tenant', password: 'p' } as const;
  server = await aServer({ bot, teams: true });
});
afterAll(() => server.stop());

interface Shown {
  readonly text?: string;
  readonly from: { readonly role?: string };
}

/** A browser of its own in front of the chat. */
const aChatter = async () => {
  const call = async (path: string, token: string, body?: object) => {
    const response = await fetch(`${server.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.json();
  };
  const { token } = await call('/api/webchat/token', '', {});
  const { conversationId } = await call('/v3/directline/conversations', token, { locale: 'fr-CA' });
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  const heard = async (): Promise<readonly Shown[]> => (await call(path, token)).activities;
  return {
    heard,
    say: async (text: string): Promise<string> => {
      await call(path, token, { type: 'message', text });
      return JSON.stringify((await heard()).filter(({ from }) => from.role === 'bot').at(-1));
    },
  };
};

const codeIn = (said: string): string => /[A-Z][A-Z2-9]{4}-[2-9][A-Z2-9]{4}/.exec(said)?.[0] ?? '';

test('a registration goes on in another browser, with a way into Teams, and the first one is told', async () => {
  const [here, there] = [await aChatter(), await aChatter()];
  await here.say('Jane Roy, 12 rue des Érables, Laval QC H7A 1A1, jane@example.org');
  const said = await here.say('continuer dans Teams');
  const code = codeIn(said);
  expect(said).toContain(`https://teams.microsoft.com/l/chat/0/0?users=28:bot-id&message=${code}`);
  expect(await there.say(code.toLowerCase().replace('-', ' '))).toContain('jane@example.org');
  let last = '';
  while (!last.includes('Votre inscription continue dans le clavardage')) {
    last = (await here.heard()).at(-1)?.text ?? '';
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
});

test('guessing is limited by network, however many conversations are begun', async () => {
  const refused = /attendez jusqu/;
  let answer = '';
  for (const digit of '234567') {
    const stranger = await aChatter();
    for (const letter of 'CDFHJKMNP')
      if (!refused.test(answer)) answer = await stranger.say(`K7M4P-${digit}R2T${letter}`);
  }
  expect(answer).toMatch(refused);
});
