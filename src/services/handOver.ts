import type { Conversation } from '../domain/conversation';
import type { HandOver as Moving } from '../domain/handOver';
import type { ToldIn } from '../domain/toldIn';
import type { Clock } from './clock';
import type { Collection } from './collection';
import type { Allow, GiveBack } from './limit';

export interface MintRequest {
  /** The conversation that is to be left. */
  readonly conversation: string;
  readonly toldIn?: ToldIn;
  /** The caller's network address; absent in channels, where many people share one. */
  readonly from?: string;
}

export type Minted =
  | { readonly kind: 'minted'; readonly code: string; readonly until: Date }
  | { readonly kind: 'limited'; readonly until: Date };

export interface BringRequest {
  readonly code: string;
  /** The conversation in which the code was typed. */
  readonly conversation: string;
  readonly from?: string;
  readonly leave: Leave;
}

/** Takes out of a conversation's state what the move `id` is to take; its state without that keeps the parcel until the move is settled. */
export type Leave = (state: string, id: string) => Leaving;

type Leaving =
  | { readonly kind: 'leaves'; readonly state: string; readonly parcel: string }
  /** This very move took it already; without a parcel it is settled. */
  | { readonly kind: 'left'; readonly parcel?: string }
  | { readonly kind: 'nothing' };

export interface Settling {
  readonly id: string;
  /** The receiving conversation. */
  readonly conversation: string;
  /** The state of the other one without the parcel. */
  readonly drop: (state: string, id: string) => string;
}

export type Brought =
  | { readonly kind: 'brought'; readonly id: string; readonly parcel: string }
  /** Brought here before, and settled. */
  | { readonly kind: 'over'; readonly id: string }
  /** The code is this conversation's own. */
  | { readonly kind: 'own' }
  /** Never given, expired, used elsewhere, or nothing is left to be moved: told apart to nobody. */
  | { readonly kind: 'wrong' }
  /** The other conversation is in the middle of a turn. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'limited'; readonly until: Date };

/** Moves a registration from one conversation to another by a short code. */
export interface HandOver {
  /** A code that is valid once; an older one of this conversation is dead. */
  mint(request: MintRequest): Promise<Minted>;
  /** The receiving conversation may ask again, with the same answer, until it settles. */
  bring(request: BringRequest): Promise<Brought>;
  /** The receiving conversation has stored what it was brought. `busy`: the other one is in the middle of a turn, try later. */
  settle(settling: Settling): Promise<'settled' | 'busy'>;
}

export interface HandOverNeeds {
  readonly handOvers: Collection<Moving>;
  readonly conversations: Collection<Conversation>;
  readonly allow: Allow;
  readonly giveBack: GiveBack;
  readonly clock: Clock;
  readonly secretKeys: readonly [string, ...string[]];
  readonly newCode: () => string;
  readonly newId: () => string;
  /** Once the first conversation has given away what the move takes: somebody may be looking at it. */
  readonly onMoved?: (toldIn: ToldIn, id: string) => void;
  readonly sleep?: (ms: number) => Promise<void>;
}
