import type { Field } from './facts';

export const cardNames = [
  'welcome',
  'details',
  'suggestion',
  'offer',
  'terms',
  'machine',
  'meterContact',
  'review',
  'help',
  'question',
  'done',
] as const;

export type CardName = (typeof cardNames)[number];

export const actions = [
  'start',
  'help',
  'language',
  'continue',
  'decline',
  'answer',
  'edit',
  'confirm',
  'yes',
  'no',
  'send',
  'cancel',
] as const;

export type Action = (typeof actions)[number];

/** Identity of a card button, carried in its `data`: enough to know whether the card is still current. */
export interface Press {
  readonly card: CardName;
  /** Number of the card in its conversation, counted from 1. */
  readonly at: number;
  readonly action: Action;
  /** With `edit`. */
  readonly field?: Field;
}
