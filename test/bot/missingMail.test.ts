import { aBotStage } from '../support/bot';
import { aRegistration } from '../support/makers';

const talks = [
  {
    locale: 'fr-CA',
    said: [
      'Je suis Jane Tremblay, 12 rue des Érables app 4, Laval QC H7A 1A1, jane@example.org, 514 555-0123, machine GNX130001',
      "j'accepte",
      'non',
      'je confirme',
    ],
    missing: "je n'ai pas reçu le courriel",
    active: /^Votre compte est déjà actif/,
    asked: /de nouveau à jane@example\.org/,
    again: ['renvoyez-le', 'oui, renvoyez-le', 'renvoyer encore', 'oui'],
    queued: /^Un e-mail d'activation est en file d'envoi pour jane@example\.org\.\s+Les liens/,
  },
  {
    locale: 'en-CA',
    said: [
      "I'm Jane Tremblay, 12 Maple Street Unit 4, Toronto ON M5V 2T6, jane@example.org, 416-555-0123, serial number GNX130001",
      'I accept',
      'no',
      'I confirm',
    ],
    missing: "I didn't get the e-mail",
    active: /^Your account is already active/,
    asked: /again to jane@example\.org/,
    again: ['send it again', 'yes, resend it', 'send it once more', 'yes'],
    queued: /^An activation e-mail is queued for jane@example\.org\.\s+/,
  },
];

/** A registration that went through. */
const aTalk = async ({ locale, said }: (typeof talks)[number], known = false) => {
  const stage = await aBotStage();
  const { accounts } = stage.store;
  if (known) await stage.services.register(aRegistration({ id: 'earlier' }));
  const activate = () => accounts.change({}, { $set: { status: 'active' } });
  const { say } = stage.process();
  let ids = 0;
  const hear = async (text: string) => {
    ids += 1;
    const replies = await say({ id: `${ids}`, text, locale });
    return replies.map((reply) => reply.text ?? '').join('\n');
  };
  for (const text of said) await hear(text);
  return { hear, activate };
};

test.each(talks)('says at once that the account is active ($locale)', async (talk) => {
  const { hear, activate } = await aTalk(talk);
  await activate();
  expect(await hear(talk.missing)).toMatch(talk.active);
  for (const text of talk.again.slice(0, -1)) expect(await hear(text)).toMatch(talk.active);
});

test.each(talks)(
  'does not tell a stranger that the address has an active account ($locale)',
  async (talk) => {
    const { hear, activate } = await aTalk(talk, true);
    await activate();
    expect(await hear(talk.missing)).toMatch(talk.asked);
    expect(await hear('oui')).toMatch(talk.queued);
    expect(await hear(talk.missing)).toMatch(talk.asked);
  },
);

test.each(talks.flatMap((talk) => talk.again.map((words) => ({ ...talk, words }))))(
  'sends the mail again when the question is answered with "$words"',
  async ({ words, ...talk }) => {
    const { hear } = await aTalk(talk);
    expect(await hear(talk.missing)).toMatch(talk.asked);
    expect(await hear(words)).toMatch(talk.queued);
  },
);

test.each(talks)('asks again when it is only said to be missing ($locale)', async (talk) => {
  const { hear } = await aTalk(talk);
  await hear(talk.missing);
  expect(await hear(talk.missing)).toMatch(talk.asked);
});
