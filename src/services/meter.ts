import type { FunnelStep } from '../domain/funnelStep';
import type { Locale } from '../domain/locale';
import type { MailKind, MailState } from '../domain/mail';

/** `repeated`: a redelivered activity; `busy`: another process kept the conversation; `notKept`: the store was away. */
export const turnOutcomes = ['answered', 'repeated', 'failed', 'busy', 'notKept'] as const;

export type TurnOutcome = (typeof turnOutcomes)[number];

/** What operators count. Words of closed lists only, never anything of a person. */
export interface Meter {
  /** From the arrival of an activity until its replies are stored, waiting included. `channel` as the channel names itself. */
  turn(turn: {
    readonly channel: string;
    readonly outcome: TurnOutcome;
    readonly seconds: number;
  }): void;
  /** Another process had the conversation, for so long. */
  leaseWaited(seconds: number): void;
  /** A turn was run again: its lease had gone to another process. */
  leaseLost(): void;
  /** Registrations came to these steps for the first time. */
  reached(
    steps: readonly FunnelStep[],
    by: { readonly locale: Locale; readonly channel: string },
  ): void;
  mailCameTo(mail: { readonly kind: MailKind; readonly state: MailState }): void;
}

/** Where nobody counts. */
export const noMeter: Meter = {
  turn: () => undefined,
  leaseWaited: () => undefined,
  leaseLost: () => undefined,
  reached: () => undefined,
  mailCameTo: () => undefined,
};
