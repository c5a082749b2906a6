/** One of several values that a text mentions. */
export interface Mention {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly led: boolean;
}

/**
 * Which of the mentions a text means: the only one, the one that corrects the other ("non, plutôt B", "not A but B", "B instead of A"),
 * or the only one that is introduced. `undefined` when they differ and nothing tells.
 */
export const meant = <M extends Mention>(text: string, mentions: readonly M[]): M | undefined => {
  const first = mentions[0];
  const last = mentions.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (mentions.every(({ key }) => key === first.key)) {
    return mentions.find(({ led }) => led) ?? first;
  }
  const previous = mentions.at(-2) ?? first;
  const before = text.slice(Math.max(0, first.from - 12), first.from).toLowerCase();
  const between = text.slice(previous.to, last.from).slice(-60).toLowerCase();
  const after = text.slice(last.to, last.to + 20).toLowerCase();
  if (givesUpNext.test(between)) return previous;
  if (corrects.test(between) || givesUpNext.test(before) || correctsAfter.test(after)) return last;
  const led = mentions.filter((mention) => mention.led);
  return led.every(({ key }) => key === led[0]?.key) ? led[0] : undefined;
};

/** Ends with words that give up what follows: "…, pas A", "instead of A". */
const givesUpNext =
  /(?<!\p{L})(?:pas|not|plus|no longer|rather than|instead of|plut[oô]t que|au lieu d[eu]|à la place d[eu])(?: l[ea])? $/u;

const corrects =
  /(?<!\p{L})(?:plut[oô]t|instead|rather|mais|but|non|no|actually|en fait|en r[ée]alit[ée]|je veux dire|i mean|i meant|correction|oups|oops|pardon|sorry|d[ée]sol[ée]e?|par|becomes|devient|with|replaced by)(?!\p{L})|->|→|=>|^ (?:to|for|à) $/u;

const correctsAfter =
  /^[ ,]{0,3}(?:plut[oô]t|instead|rather|à la place)(?!\p{L}| (?:que|of|than|d))/u;
