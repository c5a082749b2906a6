import { knownChannel } from '../services/knownChannel';
import type { Meter } from '../services/meter';
import type { Tracing } from '../services/tracing';
import type { Logic } from './adapter';
import type { Notify } from './notify';

/** A turn as a span, waiting and sending included. */
export const tracedLogic =
  (logic: Logic, tracing: Tracing): Logic =>
  (context) =>
    tracing.span('turn', { 'turn.channel': knownChannel(context.activity.channelId) }, () =>
      logic(context),
    );

/** What a turn is counted as, its span says too. */
export const tracedMeter = (meter: Meter, tracing: Tracing): Meter => ({
  ...meter,
  turn: (turn) => {
    const failed = turn.outcome === 'failed' || turn.outcome === 'notKept';
    tracing.note({ 'turn.outcome': turn.outcome }, { failed });
    meter.turn(turn);
  },
});

export const tracedNotify =
  (notify: Notify, tracing: Tracing): Notify =>
  (toldIn, news, again) =>
    tracing.span('news', { 'news.kind': news.kind }, () => notify(toldIn, news, again));
