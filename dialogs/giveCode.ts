import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { sketch } from '../cards/draw';
import { texts } from '../src/text/texts';
import { callerOf } from './caller';
import { clockTime, clockTimeBefore } from './clockTime';
import { conversationOf } from './conversationKey';
import { memoryOf } from './memory';
import { placeOf } from './place';
import { note, say } from './say';
import type { Services } from './services';
import { toldIn } from './toldIn';

/** "I want to go on in Teams", "on another device", "later": a code to type there. The open question stays open here. */
export const giveCode = async (
  { context }: DialogContext,
  { handOver, teamsBot, publicUrl }: Services,
): Promise<DialogTurnResult> => {
  const { registration, locale } = memoryOf(context);
  const t = texts[locale].handOver;
  if (registration === undefined) {
    note(context, t.nothing);
    return Dialog.EndOfTurn;
  }
  const minted = await handOver.mint({
    conversation: conversationOf(context.activity),
    toldIn: toldIn(context),
    ...callerOf(context),
  });
  if (minted.kind === 'limited') {
    note(context, t.mintLimited(clockTime(minted.until, locale)));
    return Dialog.EndOfTurn;
  }
  const { code, until } = minted;
  const toTeams = teamsBot !== undefined && placeOf(context.activity.channelId) !== 'teams';
  const missesTeams = teamsBot === undefined && namesTeams.test(context.activity.text ?? '');
  await say(
    context,
    [
      ...(missesTeams ? [t.noTeams] : []),
      t.code(code, clockTimeBefore(until, locale)),
      ...(toTeams ? [t.inTeams] : []),
      t.anywhere(publicUrl),
      t.stays,
    ],
    sketch('handOver', locale, {
      code,
      ...(toTeams ? { teamsUrl: chatWith(teamsBot, code) } : { portalUrl: publicUrl }),
    }),
  );
  return Dialog.EndOfTurn;
};

/** As in "continue in Teams"; the portal may be without. */
const namesTeams = /\bteams\b/i;

/** Opens the conversation in Teams with the code typed already, to be sent by the person. */
const chatWith = (bot: string, message: string): string =>
  `https://teams.microsoft.com/l/chat/0/0?users=28:${encodeURIComponent(bot)}&message=${encodeURIComponent(message)}`;
