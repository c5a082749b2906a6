import type { TurnContext } from 'botbuilder';
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
  const { locale: channelLocale } = context.activity;
  const memory = memoryOf(context);
  if (
    typeof channelLocale !== 'string' ||
    channelLocale === '' ||
    channelLocale === memory.channelLocale
  )
    return;
  const locale = localeOf(channelLocale);
  remember(context, {
    channelLocale: channelLocale.slice(0, 35),
    ...(memory.localeChosen ? {} : { locale }),
  });
};

/** "en-CA" is English; everything else is answered in French. */
export const localeOf = (channelLocale: string): Locale =>
  /^en\b/i.test(channelLocale) ? 'en' : 'fr';
