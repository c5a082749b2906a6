import type { Activity, TurnContext } from 'botbuilder';
import { sketch } from '../cards/draw';
import { texts } from '../src/text/texts';
import { languageTold, localeOf } from './adoptLanguage';
import { memoryOf, remember } from './memory';

/** Where others read along nothing is asked and nothing that is said is kept: only that the assistant has introduced itself. */
export const sayInPrivate = async (context: TurnContext): Promise<void> => {
  const { activity } = context;
  const locale = localeOf(languageTold(activity) ?? '');
  const { conversation: t } = texts[locale];
  const bot = botIn(activity);
  remember(context, { greeted: true });
  await context.sendActivity({
    type: 'message',
    text: bot === undefined ? t.inPrivateByName : t.inPrivate,
    speak: t.inPrivate,
    textFormat: 'plain',
    locale,
    ...(bot === undefined
      ? {}
      : { attachments: [sketch('inPrivate', locale, { url: chatWith(bot) })] }),
  });
};

/** The introduction to a group that the assistant was added to, once. */
export const introduce = async (context: TurnContext): Promise<void> => {
  if (!memoryOf(context).greeted) await sayInPrivate(context);
};

/** Teams names the bot it delivers to as "28:" and its id. */
const botIn = ({ channelId, recipient }: Activity): string | undefined =>
  channelId === 'msteams' && /^28:[\w-]{1,100}$/.test(recipient.id) ? recipient.id : undefined;

/** Teams' address of a conversation with one other, be it a bot. */
const chatWith = (bot: string): string =>
  `https://teams.microsoft.com/l/chat/0/0?users=${encodeURI(bot)}`;
