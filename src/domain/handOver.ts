import type { ToldIn } from './toldIn';

/** A code that moves a registration from one conversation to another. What is moved stands in one of these two at any time, never here. */
export interface HandOver {
  /** A keyed hash of the code, so that nobody who reads the store can use it. */
  readonly _id: string;
  /** The conversation that is left ("webchat|abc"). */
  readonly from: string;
  /** How to tell the person there that it was left. */
  readonly toldIn?: ToldIn;
  /** The conversation in which the code was typed first: no other can use it any more. */
  readonly to?: string;
  /** Until when it can be used. */
  readonly validUntil: Date;
  /** The receiving conversation has everything for certain. */
  readonly settled?: boolean;
  readonly expiresAt: Date;
}
