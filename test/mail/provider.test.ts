import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { httpStandIn } from '../support/httpStandIn';
import { aServer, type TestServer } from '../support/server';
import { anEvent, signatureOf, webhookKey } from '../support/signedEvents';
import { smtpStandIn } from '../support/smtpStandIn';
import { openStore } from '../support/stores';

const register = async ({ say }: TestServer) => {
  const said = [
    'Je suis Jane Tremblay, 12 rue des Érables app 4, Laval QC H7A 1A1, jane@example.org, 514 555-0123, machine GNX130001',
    "j'accepte",
    'non',
    'je confirme',
  ];
  for (const [index, text] of said.entries()) await say({ id: `${index}`, text, locale: 'fr-CA' });
};

const until = async (isSo: () => boolean) => {
  for (let waited = 0; waited < 500 && !isSo(); waited += 1) await pause(10);
};

const outboxOf = async ({ url }: TestServer) => (await fetch(`${url}/dev/outbox.json`)).status;

test('sends by SendGrid when there is a key, and hears what became of the mail', async () => {
  const provider = await httpStandIn({ status: 202 });
  const sendgrid = { apiKey: 'SG.key', baseUrl: provider.url, webhookKey };
  const server = await aServer({ sendgrid });
  await register(server);
  await until(() => provider.asked.length > 0);
  const { custom_args, personalizations } = JSON.parse(provider.asked[0]?.body ?? '{}');
  expect(personalizations).toEqual([{ to: [{ email: 'jane@example.org' }] }]);
  const body = JSON.stringify([anEvent('bounce', custom_args.mailId, { reason: '550' })]);
  const events = `${server.url}/api/sendgrid/events`;
  const told = await fetch(events, { method: 'POST', body, headers: signatureOf(body) });
  expect(told.status).toBe(200);
  const [reply] = await server.say({ id: 'a', text: "je n'ai pas reçu le courriel" });
  expect(reply?.text).toContain("la boîte jane@example.org l'a refusé");
  expect(await outboxOf(server)).toBe(404);
  await server.stop();
  await provider.stop();
});

test('sends by SMTP when there is a server', async () => {
  const provider = await smtpStandIn();
  const server = await aServer({ smtpUrl: `smtp://127.0.0.1:${provider.port}` });
  await register(server);
  await until(() => provider.envelopes.length > 0);
  expect(provider.envelopes).toEqual(['jane@example.org']);
  expect(await outboxOf(server)).toBe(404);
  await server.stop();
  await provider.stop();
});

test('has an outbox and no event webhook without a provider', async () => {
  const server = await aServer();
  expect(await outboxOf(server)).toBe(200);
  const body = '[]';
  const events = `${server.url}/api/sendgrid/events`;
  const told = await fetch(events, { method: 'POST', body, headers: signatureOf(body) });
  expect(told.status).toBe(404);
  await server.stop();
});

test('stops within ten seconds though the provider hangs, and keeps that the mail is to be tried again', async () => {
  const provider = await httpStandIn('hang');
  const server = await aServer({ sendgrid: { apiKey: 'SG.key', baseUrl: provider.url } });
  await register(server);
  await until(() => provider.asked.length > 0);
  const begun = performance.now();
  await server.app.stop();
  expect(performance.now() - begun).toBeLessThan(10_000);
  const store = await openStore(server.folder);
  const [account] = await store.accounts.find({});
  await store.close();
  expect(account?.mails['activation-1']).toMatchObject({ state: 'queued', attempts: 1 });
  await rm(server.folder, { recursive: true });
  await provider.stop();
}, 20_000);
