import { makeMailEvents } from '../../src/services/mailEvents';
import { aBotStage, quiet } from '../support/bot';

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
    refused: /la boîte jane@example\.org l'a refusé.*écrivez-moi la bonne.*j'essaie encore/s,
    yes: 'oui',
    again: /file d'envoi pour jane@example\.org/,
    right: 'jane.t@example.org',
    corrected: /file d'envoi pour jane\.t@example\.org/,
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
    refused: /mailbox jane@example\.org refused it.*write me the right one.*shall I try/s,
    yes: 'yes',
    again: /queued for jane@example\.org/,
    right: 'my email is jane.t@example.org',
    corrected: /queued for jane\.t@example\.org/,
  },
];

/** A registration whose mail came back. */
const aTalk = async ({ locale, said }: (typeof talks)[number]) => {
  const stage = await aBotStage();
  const { say } = stage.process();
  const { accounts } = stage.store;
  let ids = 0;
  const hear = async (text: string) => {
    ids += 1;
    const replies = await say({ id: `${ids}`, text, locale });
    return replies.map((reply) => reply.text ?? '').join('\n');
  };
  for (const text of said) await hear(text);
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
