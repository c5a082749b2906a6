import type { Config } from '../../config';
import type { Texts } from '../../text/texts';
import type { Finding } from './finding';

export const checkIdentity = ({ bot, teams, production }: Config, { commands }: Texts): Finding => {
  const t = commands.doctor.identity;
  if (bot !== undefined) {
    const says = teams ? t.withTeams(bot.type) : t.withoutTeams(bot.type);
    return { check: 'identity', state: 'ok', says };
  }
  return { check: 'identity', state: 'note', says: production ? t.nobody : t.local };
};
