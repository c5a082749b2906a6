/**
 * Whether the server is away. Believed after a moment only: most lost connections stand again at once, and what is said in
 * between is sent when they do.
 * @param {(isAway: boolean) => void} changed
 */
export const makeAway = (changed) => {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  let away = false;

  const become = (/** @type {boolean} */ isAway) => {
    clearTimeout(soon);
    soon = undefined;
    if (away === isAway) return;
    away = isAway;
    changed(isAway);
  };

  return {
    is: () => away,
    over: () => become(false),
    now: () => become(true),
    soon() {
      soon ??= setTimeout(() => become(true), believedAfter);
    },
  };
};

const believedAfter = 1_500;
