/** What it becomes; after half a minute what it is then. */
export const eventually = async <T>(look: () => Promise<T>, wanted: T): Promise<T> => {
  const end = Date.now() + 30_000;
  for (;;) {
    const seen = await look();
    if (seen === wanted || Date.now() > end) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
