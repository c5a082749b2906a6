import type { Activity, TurnContext } from 'botbuilder';
import type { Locale } from '../src/domain/locale';
import type { Understanding } from '../src/domain/understanding';
import { memoryOf, remember } from './memory';

/** The channel's language counts until the person asks for one; a first message in the other language counts more than the channel. */
export const adoptSpokenLanguage = (context: TurnContext, { spoken }: Understanding): void => {
  const memory = memoryOf(context);
  remember(context, { heard: memory.heard + 1 });
  if (memory.localeChosen || memory.heard > 0 || spoken === undefined) return;
  remember(context, { locale: spoken });
};

/** Web Chat and Teams name the person's language with every activity. */
export const adoptChannelLanguage = (context: TurnContext): void => {
  const channelLocale = languageTold(context.activity);
  const memory = memoryOf(context);
  if (channelLocale === undefined || channelLocale === memory.channelLocale) return;
  const locale = localeOf(channelLocale);
  remember(context, {
    channelLocale,
    ...(memory.localeChosen ? {} : { locale }),
  });
};

/** "en-CA" is English; everything else is answered in French. */
export const localeOf = (channelLocale: string): Locale =>
  /^en\b/i.test(channelLocale) ? 'en' : 'fr';

/** Teams names the language of the person's client in an entity where the activity itself has none. */
export const languageTold = ({ locale, entities }: Activity): string | undefined => {
  const client = (Array.isArray(entities) ? entities : []).find(
    (entity) => Object(entity).type === 'clientInfo',
  );
  const told = [locale, Object(client).locale].find((one) => typeof one === 'string' && one !== '');
  return told?.slice(0, 35);
};
