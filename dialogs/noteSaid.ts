import type { TurnContext } from 'botbuilder';
import type { EventKind } from '../src/domain/event';
import { withSaid } from '../src/domain/said';
import type { Understanding } from '../src/domain/understanding';
import { memoryOf, remember } from './memory';
import { askedOf } from './understandingOf';

/** Keeps how a typed message was read, for when it is edited. */
export const noteSaid = (
  context: TurnContext,
  { facts, press }: Understanding,
  happened: ReadonlySet<EventKind>,
): void => {
  const { registration } = memoryOf(context);
  const asked = askedOf(context);
  const { id, channelId } = context.activity;
  const isTyped = press === undefined && id !== undefined;
  if (registration === undefined || !isTyped || unedited.has(channelId)) return;
  const said = withSaid(registration.said ?? [], {
    id,
    facts,
    ...(asked === undefined ? {} : { asked }),
    ...(happened.has('termsAccepted') ? { accepted: true as const } : {}),
  });
  remember(context, { registration: { ...registration, said } });
};

/** Channels in which a message cannot be edited. */
const unedited: ReadonlySet<string> = new Set(['webchat', 'directline', 'emulator']);
