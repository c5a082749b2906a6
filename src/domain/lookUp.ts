import type { Event } from './event';
import { type FoundMachine, type Registration, without } from './registration';

/** What the list of machines said about a serial number. */
export type LookedUp =
  | { readonly kind: 'found'; readonly machine: FoundMachine }
  /** Not in the list, but one look-alike spelling is. */
  | { readonly kind: 'alike'; readonly machine: FoundMachine }
  | { readonly kind: 'unknown' }
  /** Too many look-ups: not tried. */
  | { readonly kind: 'limited'; readonly until: Date };

/** A serial number is an answer only once its machine was found; what was typed is shown again, and a machine found earlier stays. */
export const withLookUp = (
  registration: Registration,
  {
    serial,
    looked,
    nextCard,
  }: { readonly serial: string; readonly looked: LookedUp; readonly nextCard: number },
): { readonly registration: Registration; readonly events: readonly Event[] } => {
  if (looked.kind === 'found') {
    const { machine } = looked;
    return {
      registration: {
        ...registration,
        machine,
        draft: { ...registration.draft, serial: machine.serial },
        unknownSerials: 0,
      },
      events: [{ kind: 'machineFound', machine }],
    };
  }
  const back = withoutSerial(registration, serial, nextCard);
  if (looked.kind === 'alike') {
    return {
      registration: {
        ...back,
        suggestion: { kind: 'machine', given: serial, proposed: looked.machine },
      },
      events: [],
    };
  }
  if (looked.kind === 'limited') {
    return { registration: back, events: [{ kind: 'lookUpLimited', until: looked.until }] };
  }
  const unknownSerials = registration.unknownSerials + 1;
  return {
    registration: { ...back, unknownSerials },
    events: [{ kind: 'machineUnknown', serial }],
  };
};

const withoutSerial = (
  registration: Registration,
  serial: string,
  nextCard: number,
): Registration => {
  const rejected = { ...registration.rejected, serial };
  const earlier = registration.machine;
  if (earlier === undefined) {
    return { ...registration, rejected, draft: without(registration.draft, 'serial') };
  }
  return {
    ...registration,
    rejected,
    draft: { ...registration.draft, serial: earlier.serial },
    editing: { what: 'serial', sinceCard: nextCard },
  };
};
