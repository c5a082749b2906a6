import { randomUUID } from 'node:crypto';
import { buttons } from '../../cards/buttons';
import type { OutboxMail } from '../../src/services/sendMail';
import type { Reply } from '../support/bot';
import { aServer, type TestServer } from '../support/server';

let server: TestServer;

beforeAll(async () => {
  server = await aServer();
});

afterAll(() => server.stop());

/** A Teams client's envelope: mentions, tenant, entities, formatted text beside the plain one. */
const teams = (conversation: string) => ({
  channelId: 'msteams',
  serviceUrl: 'https://smba.example.org/amer/',
  conversation: { id: conversation, conversationType: 'personal', tenantId: 'tenant' },
  from: { id: '29:person', name: 'Person', aadObjectId: 'object' },
  recipient: { id: '28:bot', name: 'Assistant' },
  channelData: { tenant: { id: 'tenant' } },
  entities: [{ type: 'clientInfo', locale: 'fr-CA', country: 'CA', platform: 'Windows' }],
});

const typed = {
  fr: [
    'bonjour',
    'commencer',
    "je m'appelle Zoé Tremblay",
    '12, rue des Érables, app. 4, Laval (Québec) H7A 1A1',
    'zoe.typed@example.org',
    '514 555-0142 poste 12',
    "j'accepte",
    'gnx 130 001',
    'oui',
    'je confirme',
  ],
  en: [
    'hello',
    'start',
    'my name is Sam Taylor',
    '350 5th Ave Apt 3B, New York, NY 10118, USA',
    'sam.typed@example.org',
    '+1 212 555 0143 ext. 9',
    'I accept',
    'S/N RPC453072',
    'no',
    'I confirm',
  ],
} as const;

const person = {
  givenName: 'Camille',
  familyName: 'Gagnon',
  street: '1200 boul. René-Lévesque Ouest',
  unit: '300',
  city: 'Montréal',
  region: 'QC',
  postalCode: 'h3b4w8',
  country: 'CA',
  phone: '(514) 555-0199',
  termsAccepted: 'true',
  serial: 'GNX130001',
};

test.each(['fr', 'en'] as const)('a whole registration is typed in %s', async (language) => {
  const conversation = { id: randomUUID() };
  const say = (text: string) =>
    server.say({ conversation, id: randomUUID(), text, locale: `${language}-CA` });
  let last: readonly Reply[] = [];
  for (const text of typed[language]) last = await say(text);
  expect(last.map(({ text }) => text).join()).toMatch(/activation/i);
  const mail = await mailTo(language === 'fr' ? 'zoe.typed@example.org' : 'sam.typed@example.org');
  expect(mail.text).toMatch(/^http:\/\/localhost:\d+\/activate\/\S+$/m);
  expect(mail.text).toMatch(/^[a-z0-9]{4,6}(?:-[a-z0-9]{4,6}){2,}$/m);
});

test.each([
  ['fr', 'Web', {}],
  ['en', 'Web', {}],
  ['fr', 'Teams', teams('clicked-teams')],
] as const)('a whole registration is clicked in %s (%s)', async (language, channel, shape) => {
  const email = `clicked.${language}.${channel.toLowerCase()}@example.org`;
  const conversation = { id: randomUUID(), ...Object(shape).conversation };
  const send = (activity: object) =>
    server.say({ ...shape, conversation, id: randomUUID(), locale: `${language}-CA`, ...activity });
  let replies = await send({ type: 'conversationUpdate', membersAdded: [{ id: 'person' }] });
  for (let presses = 0; forward(replies) !== undefined && presses < 12; presses += 1) {
    replies = await send({ value: { ...forward(replies), ...person, email } });
  }
  expect(replies.map(({ text }) => text).join()).toContain(email);
  expect((await mailTo(email)).subject).toMatch(language === 'fr' ? /Activez/ : /Activate/);
});

/** What the button that leads on sends; a card fills in only the inputs it has. */
const forward = (replies: readonly Reply[]): object | undefined => {
  const card = replies.flatMap(({ attachments = [] }) => attachments).at(-1);
  return buttons(card?.content).find(({ positive }) => positive)?.data;
};

const mailTo = async (to: string): Promise<OutboxMail> => {
  for (let tries = 0; tries < 50; tries += 1) {
    const mails: readonly OutboxMail[] = await (
      await fetch(`${server.url}/dev/outbox.json`)
    ).json();
    const mail = mails.find((one) => one.to === to);
    if (mail !== undefined) return mail;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no mail to ${to}`);
};
