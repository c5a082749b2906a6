import { makeMailEvents } from '../../src/services/mailEvents';
import { quiet } from '../support/bot';
import { aRegisteredTalk } from '../support/registeredTalk';

const talks = [
  {
    locale: 'fr-CA',
    missing: "je n'ai pas reçu le courriel",
    refused: /la boîte jane@example\.org l'a refusé.*écrivez-moi la bonne.*j'essaie encore/s,
    yes: 'oui',
    again: /file d'envoi pour jane@example\.org/,
    right: 'jane.t@example.org',
    corrected: /file d'envoi pour jane\.t@example\.org/,
  },
  {
    locale: 'en-CA',
    missing: "I didn't get the e-mail",
    refused: /mailbox jane@example\.org refused it.*write me the right one.*shall I try/s,
    yes: 'yes',
    again: /queued for jane@example\.org/,
    right: 'my email is jane.t@example.org',
    corrected: /queued for jane\.t@example\.org/,
  },
] as const;

/** A registration whose mail came back. */
const aTalk = async ({ locale }: (typeof talks)[number]) => {
  const { stage, hear } = await aRegisteredTalk(locale);
  const { accounts } = stage.store;
  const [account] = await accounts.find({});
  const mailId = `${account?._id}.activation-1`;
  await makeMailEvents({ collections: [accounts], log: quiet })([{ mailId, state: 'bounced' }]);
  return { hear };
};

test.each(talks)(
  'takes the right address at once after a mail that came back ($locale)',
  async (talk) => {
    const { hear } = await aTalk(talk);
    expect(await hear(talk.right)).toMatch(talk.corrected);
  },
);

test.each(talks)(
  'tells whoever asks in $locale, and tries again when the address is right',
  async (talk) => {
    const { hear } = await aTalk(talk);
    expect(await hear(talk.missing)).toMatch(talk.refused);
    expect(await hear(talk.yes)).toMatch(talk.again);
  },
);

test.each(talks)('tells whoever asks in $locale, and takes the right address', async (talk) => {
  const { hear } = await aTalk(talk);
  expect(await hear(talk.missing)).toMatch(talk.refused);
  expect(await hear(talk.right)).toMatch(talk.corrected);
});
