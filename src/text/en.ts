import { account } from './en/account';
import { answered } from './en/answered';
import { cards } from './en/cards';
import { chat } from './en/chat';
import { commands } from './en/commands';
import { conversation } from './en/conversation';
import { forms } from './en/forms';
import { handOver } from './en/handOver';
import { mails } from './en/mails';
import { offer } from './en/offer';
import { pages } from './en/pages';
import { passwords } from './en/passwords';
import { problems } from './en/problems';
import { teamsApp } from './en/teamsApp';
import { teamsTab } from './en/teamsTab';

import type { fr } from './fr';

export const en: typeof fr = {
  account,
  answered,
  forms,
  problems,
  conversation,
  cards,
  chat,
  handOver,
  mails,
  offer,
  pages,
  passwords,
  commands,
  teamsApp,
  teamsTab,
};
