/** What it becomes; when the time is over what it is then. */
export const eventually = async <T>(
  look: () => Promise<T>,
  wanted: T,
  withinMs = 30_000,
): Promise<T> => {
  const end = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen === wanted || Date.now() > end) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
