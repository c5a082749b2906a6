/** Works through a list, so many at a time. */
export const lanes = async <T>(
  list: readonly T[],
  width: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> => {
  const rest = [...list.entries()];
  const lane = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
      await work(next[1], next[0]);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
};
