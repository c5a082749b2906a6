import type { Answer } from '../../src/bot/messages';
import type { Ground } from './ground';
import type { Point } from './writePoints';

/** What a process that was started ahead is told to do, each answered before the next. */
export type Command =
  | {
      readonly kind: 'open';
      readonly ground: Ground;
      readonly now: number;
      readonly at?: Point | undefined;
      /** Base address of the mail provider. */
      readonly provider: string;
    }
  | { readonly kind: 'receive'; readonly activity: object }
  | { readonly kind: 'deliver'; readonly passMs: number }
  | { readonly kind: 'passed' }
  /** Sends mails by itself from now on, on a clock so many times as fast. */
  | {
      readonly kind: 'work';
      readonly ground: Ground;
      readonly name: string;
      readonly start: number;
      readonly timesFaster: number;
      readonly seed: number;
      readonly provider: string;
    }
  | { readonly kind: 'close' };

export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'passed'; readonly passed: readonly string[] }
  | { readonly kind: 'failed'; readonly error: string };
