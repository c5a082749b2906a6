import { account } from './fr/account';
import { answered } from './fr/answered';
import { cards } from './fr/cards';
import { chat } from './fr/chat';
import { commands } from './fr/commands';
import { conversation } from './fr/conversation';
import { forms } from './fr/forms';
import { handOver } from './fr/handOver';
import { mails } from './fr/mails';
import { offer } from './fr/offer';
import { pages } from './fr/pages';
import { passwords } from './fr/passwords';
import { problems } from './fr/problems';
import { teamsApp } from './fr/teamsApp';
import { teamsTab } from './fr/teamsTab';

export const fr = {
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
