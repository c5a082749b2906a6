import type { Fact, Field } from './facts';
import type { Problem } from './problem';
import type { FoundMachine } from './registration';

/** What a message did to a registration: the conversation says it, one sentence each. */
export type Event =
  /** Facts that were not known before. */
  | { readonly kind: 'noted'; readonly facts: readonly Fact[] }
  /** Earlier answers that were replaced. */
  | { readonly kind: 'changed'; readonly fields: readonly Field[] }
  /** An optional fact was taken out. */
  | { readonly kind: 'removed'; readonly facts: readonly Fact[] }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'editing'; readonly what: Field | Fact }
  | { readonly kind: 'keptAsItWas' }
  /** Something other than the earlier answers was mentioned, but not as a correction. */
  | { readonly kind: 'notReplaced'; readonly fields: readonly Field[] }
  | { readonly kind: 'termsAccepted' }
  | { readonly kind: 'termsNotTicked' }
  | { readonly kind: 'termsNotShownYet' }
  /** The person refuses the terms: nothing may be kept. */
  | { readonly kind: 'declined' }
  /** What the channel says of the person is not to be taken. */
  | { readonly kind: 'offerDeclined' }
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'whatToChange' }
  /** The offer to send everything as a help request was taken up. */
  | { readonly kind: 'helpWanted' }
  /** The open question cannot be skipped. */
  | { readonly kind: 'required'; readonly asks?: Field | Fact }
  | { readonly kind: 'machineFound'; readonly machine: FoundMachine }
  | { readonly kind: 'machineUnknown'; readonly serial: string }
  | { readonly kind: 'lookUpLimited'; readonly until: Date }
  | { readonly kind: 'nothingToUndo' }
  /** The card belongs to an earlier registration, or shows what has changed since. */
  | { readonly kind: 'oldCard' }
  /** The card was answered before: nothing changes. */
  | { readonly kind: 'alreadyAnswered' }
  | { readonly kind: 'emptyCard' }
  | { readonly kind: 'notUnderstood' };

export type EventKind = Event['kind'];
