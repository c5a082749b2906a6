import type { Locale } from '../src/domain/locale';
import { texts } from '../src/text/texts';

/** Where a conversation is held, as a person would say it. */
export type Place = 'teams' | 'webChat' | 'other';

export const placeOf = (channelId: string): Place => places.get(channelId) ?? 'other';

export const placeShown = (place: Place, locale: Locale): string =>
  texts[locale].handOver.places[place];

/** Where the registration of this conversation goes on, and how it comes back. */
export const elsewhere = (to: Place, locale: Locale): string =>
  texts[locale].handOver.elsewhere(placeShown(to, locale));

const places: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['msteams', 'teams'],
  ['webchat', 'webChat'],
  // Azure's web chat.
  ['directline', 'webChat'],
]);
