/** Waits for something, but no longer than so long; `late` when it was not over by then. What fails is not waited for either. */
export const within = async (
  ms: number,
  task: Promise<unknown> | undefined,
): Promise<'done' | 'late'> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  const done = Promise.resolve(task).then(
    () => 'done' as const,
    () => 'done' as const,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
};
