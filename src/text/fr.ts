import { cards } from './fr/cards';
import { commands } from './fr/commands';
import { conversation } from './fr/conversation';
import { mails } from './fr/mails';
import { pages } from './fr/pages';
import { problems } from './fr/problems';

export const fr = { problems, conversation, cards, mails, pages, commands };
