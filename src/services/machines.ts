import { bareSerial } from '../domain/bareSerial';
import { lookAlikes } from '../domain/lookAlikes';
import type { Machine } from '../domain/machine';
import type { Collection } from './collection';
import type { Allow } from './limit';

export type LookedUp =
  | { readonly kind: 'found'; readonly machine: Machine }
  /** Exactly one machine of the list has a serial number that looks like this one (O for 0, I for 1 …). */
  | { readonly kind: 'alike'; readonly machine: Machine }
  | { readonly kind: 'unknown' }
  /** Too many serial numbers tried in this conversation. */
  | { readonly kind: 'limited'; readonly until: Date };

interface LookUpRequest {
  readonly serial: string;
  readonly conversation: string;
}

export interface Machines {
  lookUp(request: LookUpRequest): Promise<LookedUp>;
}

export interface MachinesNeeds {
  readonly machines: Collection<Machine>;
  readonly allow: Allow;
}

const lookUpsAnHour = 60;
const hour = 3_600_000;

export const makeMachines = ({ machines, allow }: MachinesNeeds): Machines => ({
  lookUp: async ({ serial, conversation }) => {
    const bare = bareSerial(serial);
    const [allowed, [machine]] = await Promise.all([
      allow({
        key: `lookUp:${conversation}`,
        cause: bare,
        most: lookUpsAnHour,
        withinMs: hour,
      }),
      machines.find({ bare }),
    ]);
    if (allowed !== 'allowed') return { kind: 'limited', until: allowed.until };
    if (machine !== undefined) return { kind: 'found', machine };
    const [alike, another] = await machines.find(
      { bare: { $in: lookAlikes(bare).map(bareSerial) } },
      { limit: 2 },
    );
    return alike !== undefined && another === undefined
      ? { kind: 'alike', machine: alike }
      : { kind: 'unknown' };
  },
});
