import { aRegistration } from '../support/makers';
import { aRegisteredTalk } from '../support/registeredTalk';

const talks = [
  {
    locale: 'fr-CA',
    missing: "je n'ai pas reçu le courriel",
    active: /^Votre compte est déjà actif/,
    asked: /de nouveau à jane@example\.org/,
    again: ['renvoyez-le', 'oui, renvoyez-le', 'renvoyer encore', 'oui'],
    queued: /^Un e-mail d'activation est en file d'envoi pour jane@example\.org\.\s+Les liens/,
  },
  {
    locale: 'en-CA',
    missing: "I didn't get the e-mail",
    active: /^Your account is already active/,
    asked: /again to jane@example\.org/,
    again: ['send it again', 'yes, resend it', 'send it once more', 'yes'],
    queued: /^An activation e-mail is queued for jane@example\.org\.\s+/,
  },
] as const;

/** A registration that went through; `known`: its address had an account before. */
const aTalk = async ({ locale }: Pick<(typeof talks)[number], 'locale'>, known = false) => {
  const { stage, hear } = await aRegisteredTalk(locale, async ({ services }) =>
    known ? services.register(aRegistration({ id: 'earlier' })) : undefined,
  );
  const activate = () => stage.store.accounts.change({}, { $set: { status: 'active' } });
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
