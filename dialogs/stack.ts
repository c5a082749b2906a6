import type { DialogState } from 'botbuilder-dialogs';

/** Versions of dialogs would make one release's conversation another one's problem; the stack is what the SDK changes in place. */
export const unversioned = ({ dialogStack, ...rest }: DialogState): DialogState => ({
  ...rest,
  dialogStack: dialogStack.map(({ version, state, ...frame }) => {
    const { dialogs, ...own } = Object(state);
    return {
      ...frame,
      state: isStack(dialogs) ? { ...own, dialogs: unversioned(dialogs) } : own,
    };
  }),
});

export const isStack = (value: unknown): value is DialogState => {
  const { dialogStack }: Partial<DialogState> = Object(value);
  return (
    Array.isArray(dialogStack) &&
    dialogStack.every((frame) => typeof frame?.id === 'string' && isObject(frame.state))
  );
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
