import { knownCities } from './knownCities';
import { placeBefore } from './placeNames';
import { isSentenceWord } from './prose';
import { boxAt, isCivic, isDirection, isStreetType, isTypeAfter, isTypeBefore } from './street';
import { breaks, type Word } from './words';

export interface StreetAndCity {
  readonly street: readonly Word[];
  readonly city: readonly Word[];
  /** It names a kind of street or a box: no other text looks like it. */
  readonly typed: boolean;
  /** A street without its number. */
  readonly unnumbered: readonly Word[];
}

/**
 * The street begins at its civic number (or is a box, or ends with its number as abroad); the city is the last part after it.
 * Without commas the city is a known one, what follows "St" or "Ave", or, when a region or a postal code says that there is one, the last word.
 */
export const streetAndCity = (words: readonly Word[], certain: boolean): StreetAndCity => {
  const parts = partsOf(words);
  const first = parts.findIndex((part) => streetStart(part)?.from === 0 && startsWell(part));
  const at = first < 0 ? parts.findIndex((part) => streetStart(part) !== undefined) : first;
  const found = parts[at];
  if (found === undefined) return withoutStreet(parts, certain);
  const start = streetStart(found) ?? { from: 0, to: found.length };
  const alone = found.length - start.from === 1;
  const next = parts[at + 1];
  const joined = alone && next !== undefined;
  const street = joined ? [...found.slice(start.from), ...next] : found.slice(start.from);
  const later = parts.slice(at + (joined ? 2 : 1)).filter(isPlace);
  const typed = street.some(isStreetType) || boxAt(street, 0) > 0;
  const fixed = start.to - start.from;
  const city = later.at(-1);
  if (city !== undefined) {
    const middle = later.slice(0, -1).flat();
    return { street: [...street, ...middle], city, typed, unnumbered: [] };
  }
  const cut = cityStart(street, certain, fixed);
  return {
    street: withoutLink(street.slice(0, cut)),
    city: street.slice(cut),
    typed,
    unnumbered: [],
  };
};

const partsOf = (words: readonly Word[]): readonly (readonly Word[])[] => {
  const parts: Word[][] = [];
  for (const [at, word] of words.entries()) {
    if (isConnector(word, words[at + 1]) && at > 0) {
      parts.push([]);
      continue;
    }
    const current = parts.at(-1);
    if (current === undefined || breaks.has(word.before) || endsSentence(words[at - 1]))
      parts.push([word]);
    else current.push(word);
  }
  return parts.filter((part) => part.length > 0);
};

/** "12 rue Principale à Saint-Tite", "12 Main St in Toronto". */
const isConnector = (word: Word, next: Word | undefined): boolean =>
  (word.text === 'à' || word.text === 'in' || word.text === 'a') &&
  next !== undefined &&
  !next.folded.startsWith('la') &&
  !next.folded.startsWith("l'") &&
  (word.text !== 'a' || /^\p{L}{3}/u.test(next.text));

const endsSentence = (word: Word | undefined): boolean =>
  word?.text.endsWith('.') === true && word.folded.length > 4 && !isStreetType(word);

/** A number or a box comes first; "Tour 2" before it is a building. */
const startsWell = (part: readonly Word[]): boolean =>
  boxAt(part, 0) > 0 || (part[0] !== undefined && isCivic(part[0], part[1]));

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a part holds a street, and the words that belong to it whatever follows. */
const streetStart = (part: readonly Word[]): Span | undefined => {
  for (const [at, word] of part.entries()) {
    const box = boxAt(part, at);
    if (box > 0) return { from: at, to: at + box };
    if (!isCivic(word, part[at + 1])) continue;
    const last = at === part.length - 1;
    const named = part.slice(Math.max(0, at - 4), at);
    if (named.some(isNamedStreet)) return { from: nameStart(part, at), to: at + 1 };
    if (last && at > 0) return { from: 0, to: at + 1 };
    return { from: at, to: at + 1 };
  }
  return undefined;
};

const isNamedStreet = (word: Word): boolean => isStreetType(word) && word.folded.length > 2;

const nameStart = (part: readonly Word[], end: number): number => {
  const at = part.findIndex(isNamedStreet);
  const word = part[at];
  return at >= 0 && at < end && word !== undefined && isTypeBefore(word) ? at : 0;
};

const isPlace = (part: readonly Word[]): boolean =>
  part.some((word) => /\p{L}/u.test(word.text)) && !part.some(isSentenceWord);

/** "12 rue des Érables à Laval": the little word belongs to neither. */
const withoutLink = (street: readonly Word[]): readonly Word[] =>
  street.length > 2 && /^(?:à|in|at)$/i.test(street.at(-1)?.text ?? '')
    ? street.slice(0, -1)
    : street;

const cityStart = (street: readonly Word[], certain: boolean, fixed: number): number => {
  const length = street.length;
  if (fixed > 1) return Math.min(fixed, length);
  const known = placeBefore(knownCities, street, length);
  if (known !== undefined && known.start >= 2 && canEnd(street, known.start)) return known.start;
  const suffix = lastSuffix(street);
  if (suffix > 1 && suffix < length) return suffix;
  if (!certain || suffix === length || length < 4 || isDirection(street[length - 1] ?? nobody))
    return length;
  let start = length - 1;
  while (start > 3 && cityPrefixes.has(street[start - 1]?.folded ?? '')) start -= 1;
  return canEnd(street, start) ? start : length;
};

const nobody: Word = { text: '', folded: '', from: 0, to: 0, before: 'blank' };

/** The index after the last "St", "Ave W" and the like; 0 when the street has no type after its name. */
const lastSuffix = (street: readonly Word[]): number => {
  const first = street[1];
  if (first !== undefined && isTypeBefore(first) && street.length > 2) {
    const direction = street.findIndex((word, at) => at > 2 && isDirection(word));
    return direction > 0 ? direction + 1 : 0;
  }
  for (let at = street.length - 1; at > 1; at -= 1) {
    const word = street[at];
    if (word === undefined || !isTypeAfter(word)) continue;
    const next = street[at + 1];
    return next !== undefined && isDirection(next) ? at + 2 : at + 1;
  }
  return 0;
};

/** A street keeps a name of its own: more than a number, a type or a particle. */
const canEnd = (street: readonly Word[], end: number): boolean => {
  const last = street[end - 1];
  if (last === undefined || particles.has(last.folded)) return false;
  const second = street[1];
  return end > 2 || (second !== undefined && end > 1 && !isTypeBefore(second));
};

const particles: ReadonlySet<string> = new Set(
  'de|du|des|d|la|le|les|of|the|saint|sainte|st|ste|notre|mont|grand|grande|petit|petite|vieux|old|new'.split(
    '|',
  ),
);
const cityPrefixes: ReadonlySet<string> = new Set(
  'saint|sainte|st|ste|la|le|les|mont|new|fort|north|south|east|west|port|lac|sault|baie|val|grand|grande|riviere|pointe|ile|san|los|las|de|du|des|el|santa'.split(
    '|',
  ),
);

const withoutStreet = (parts: readonly (readonly Word[])[], certain: boolean): StreetAndCity => {
  const places = parts.filter(isPlace);
  const city = places.at(-1);
  if (city === undefined) return { street: [], city: [], typed: false, unnumbered: [] };
  const streets = places.filter((part) => part.some(isNamedStreet));
  const unnumbered = streets[0] ?? [];
  const cityKnown = city.length <= 6 && placeBefore(knownCities, city, city.length)?.start === 0;
  const isCity = !streets.includes(city) && (cityKnown || certain);
  return { street: [], city: isCity ? city : [], typed: false, unnumbered };
};
