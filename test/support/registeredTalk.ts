import { aBotStage, type BotStage } from './bot';

interface RegisteredTalk {
  readonly stage: BotStage;
  /** Says something; the texts of the replies, one a line. */
  readonly hear: (text: string) => Promise<string>;
}

const said = {
  'fr-CA': [
    'Je suis Jane Tremblay, 12 rue des Érables app 4, Laval QC H7A 1A1, jane@example.org, 514 555-0123, machine GNX130001',
    "j'accepte",
    'non',
    'je confirme',
  ],
  'en-CA': [
    "I'm Jane Tremblay, 12 Maple Street Unit 4, Toronto ON M5V 2T6, jane@example.org, 416-555-0123, serial number GNX130001",
    'I accept',
    'no',
    'I confirm',
  ],
} as const;

/** A conversation in which jane@example.org has just been registered; `before` happens first. */
export const aRegisteredTalk = async (
  locale: keyof typeof said,
  before: (stage: BotStage) => Promise<unknown> = async () => undefined,
): Promise<RegisteredTalk> => {
  const stage = await aBotStage();
  await before(stage);
  const { say } = stage.process();
  let ids = 0;
  const hear = async (text: string) => {
    ids += 1;
    const replies = await say({ id: `${ids}`, text, locale });
    return replies.map((reply) => reply.text ?? '').join('\n');
  };
  for (const text of said[locale]) await hear(text);
  return { stage, hear };
};
