import { cards } from './en/cards';
import { commands } from './en/commands';
import { conversation } from './en/conversation';
import { mails } from './en/mails';
import { pages } from './en/pages';
import { problems } from './en/problems';

import type { fr } from './fr';

export const en: typeof fr = { problems, conversation, cards, mails, pages, commands };
