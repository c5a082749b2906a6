import type { DialogInstance } from 'botbuilder-dialogs';
import type { Locale } from '../src/domain/locale';
import type { Registration } from '../src/domain/registration';
import type { Leave, Settling } from '../src/services/handOver';
import type { Place } from './place';
import { readState } from './readState';
import { isStack, unversioned } from './stack';
import type { Memory, State } from './state';

/** What goes from one conversation to another. */
export interface Parcel {
  readonly registration: Registration;
  readonly locale: Locale;
  readonly localeChosen: boolean;
}

/** Takes the registration out of a conversation that it leaves for that place. A help request that is being written stays. */
export const leaveFor =
  (to: Place): Leave =>
  (json, id) => {
    const { memory, stack } = readState(json);
    const { registration, ...rest } = memory;
    const { locale, localeChosen, moved, parcels } = memory;
    const sent = parcels?.[id];
    if (sent !== undefined) return { kind: 'left', parcel: sent };
    if (moved?.id === id) return { kind: 'left' };
    if (registration === undefined) return { kind: 'nothing' };
    const content: Parcel = { registration, locale, localeChosen };
    const parcel = JSON.stringify(content);
    return {
      kind: 'leaves',
      parcel,
      state: written({
        memory: { ...rest, moved: { id, to }, parcels: { ...parcels, [id]: parcel } },
        stack: { ...stack, dialogStack: stack.dialogStack.map(onlyHelp) },
      }),
    };
  };

export const openParcel = (parcel: string): Parcel => JSON.parse(parcel);

/** It has arrived for certain. */
export const dropParcel: Settling['drop'] = (json, id) => {
  const { memory, stack } = readState(json);
  const { parcels, ...rest } = memory;
  if (parcels?.[id] === undefined) return json;
  const { [id]: _, ...others } = parcels;
  const left: Memory = Object.keys(others).length === 0 ? rest : { ...rest, parcels: others };
  return written({ memory: left, stack });
};

const written = ({ memory, stack }: State): string =>
  JSON.stringify({ memory, stack: unversioned(stack) });

const onlyHelp = (frame: DialogInstance): DialogInstance => {
  const { dialogs, ...own } = Object(frame.state);
  if (!isStack(dialogs)) return frame;
  const dialogStack = dialogs.dialogStack.filter(({ id }) => id === 'help');
  return { ...frame, state: { ...own, dialogs: { ...dialogs, dialogStack } } };
};
