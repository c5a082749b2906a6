import type { TurnContext } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs';
import { readHandOverCode } from '../src/domain/handOverCode';
import { type Conflict, joinRegistrations } from '../src/domain/joinRegistrations';
import type { Locale } from '../src/domain/locale';
import { factsIn } from '../src/domain/merge';
import type { Registration } from '../src/domain/registration';
import type { Understanding } from '../src/domain/understanding';
import { texts } from '../src/text/texts';
import { openNow } from './askedNow';
import { callerOf } from './caller';
import { clockDate, clockTime } from './clockTime';
import { conversationOf } from './conversationKey';
import { memoryOf, remember } from './memory';
import { dropParcel, leaveFor, openParcel } from './parcel';
import { placeOf, placeShown } from './place';
import { note } from './say';
import type { Services } from './services';
import { factsShown, valueShown } from './show';

/** A code was typed. `arrived`: a registration is here now. `said`: something was said, what was asked is still open. `undefined`: it was not a code. */
export const takeOver = async (
  dc: DialogContext,
  understanding: Understanding,
  services: Services,
): Promise<'arrived' | 'said' | undefined> => {
  const { context } = dc;
  const read = understanding.press === undefined ? readHandOverCode(understanding.text) : undefined;
  if (read === undefined) return undefined;
  const isAnswer = factsIn(understanding.facts).length > 0 || understanding.intent !== undefined;
  const { locale, registration, arrived } = memoryOf(context);
  const t = texts[locale].handOver;
  if (read.kind === 'slip') {
    if (isAnswer || asksAnything(dc, services)) return undefined;
    note(context, t.wrong);
    return 'said';
  }
  const { activity } = context;
  const brought = await services.handOver.bring({
    code: read.code,
    conversation: conversationOf(activity),
    ...callerOf(context),
    leave: leaveFor(placeOf(activity.channelId)),
  });
  switch (brought.kind) {
    case 'brought':
      if (arrived?.id === brought.id) break;
      receive(context, openParcel(brought.parcel), brought.id);
      return 'arrived';
    case 'over':
      break;
    case 'wrong':
      // In one piece it may be a serial number.
      if (!read.sure && isAnswer) return undefined;
      note(context, t.wrong);
      return 'said';
    case 'limited':
      if (!read.sure && isAnswer) return undefined;
      note(context, t.limited(clockTime(brought.until, locale)));
      return 'said';
    case 'own':
    case 'busy':
      note(context, t[brought.kind]);
      return 'said';
  }
  const isHere = arrived?.id === brought.id && registration !== undefined;
  note(context, isHere ? t.alreadyHere : t.wrong);
  return 'said';
};

/** What was brought is stored by now, or this turn would not have read that it was: the other conversation need not keep it any more. */
export const settleArrival = async (
  context: TurnContext,
  { handOver }: Services,
): Promise<void> => {
  const { arrived } = memoryOf(context);
  if (arrived === undefined || arrived.settled) return;
  const conversation = conversationOf(context.activity);
  const outcome = await handOver.settle({ id: arrived.id, conversation, drop: dropParcel });
  if (outcome === 'settled') remember(context, { arrived: { ...arrived, settled: true } });
};

/** A serial number is asked for, or a description of anything. */
const asksAnything = (dc: DialogContext, services: Services): boolean => {
  const question = openNow(dc, services);
  return (
    dc.activeDialog?.id === 'help' || (question?.kind === 'written' && question.asks === 'serial')
  );
};

const receive = (context: TurnContext, parcel: ReturnType<typeof openParcel>, id: string): void => {
  const memory = memoryOf(context);
  const { registration: here, cards, moved, localeChosen } = memory;
  const { registration, gained, conflicts } = joinRegistrations(
    here,
    parcel.registration,
    cards + 1,
  );
  const language =
    localeChosen && !parcel.localeChosen
      ? {}
      : { locale: parcel.locale, localeChosen: localeChosen || parcel.localeChosen };
  const { locale } = remember(context, {
    registration,
    arrived: { id },
    greeted: true,
    ...language,
    ...(moved === undefined ? {} : { moved: { ...moved, over: true } }),
  });
  const t = texts[locale].handOver;
  const written = gained.filter((fact) => fact !== 'termsAccepted');
  note(
    context,
    t.arrived(factsShown(written, registration, locale)),
    ...(here === undefined ? [] : [t.joined]),
    ...conflicts.map((conflict) => conflictShown(conflict, registration, locale)),
    ...consentShown(registration, locale),
  );
};

const conflictShown = (
  { field, other }: Conflict,
  registration: Registration,
  locale: Locale,
): string => {
  const { handOver: t, conversation } = texts[locale];
  return t.conflict(
    conversation.the[field],
    valueShown(field, registration, locale),
    valueShown(field, { draft: other }, locale),
  );
};

const consentShown = ({ consent }: Registration, locale: Locale): readonly string[] => {
  if (consent === undefined) return [];
  const place = placeShown(placeOf(consent.channel), locale);
  return [texts[locale].handOver.consent(place, clockDate(new Date(consent.acceptedAt), locale))];
};
