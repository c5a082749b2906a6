/** Tasks of one key run one after the other; those of different keys do not wait for each other. */
export type InTurn = <R>(key: string, task: () => Promise<R>) => Promise<R>;

export const makeInTurn = (): InTurn => {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(task, task);
    last.set(key, mine);
    const forget = () => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(forget, forget);
    return mine;
  };
};
