import { placeKey } from './placeNames';
import type { Word } from './words';

/** A number that begins a street address: "12", "123A", "12-14", "12½". Ordinals ("5th", "3e avenue") are names. */
export const isCivic = (word: Word, next?: Word): boolean =>
  civicForm.test(word.folded) &&
  !(frenchOrdinal.test(word.folded) && next !== undefined && isStreetType(next));

export const isStreetType = (word: Word): boolean =>
  before.has(word.folded) || after.has(word.folded) || germanic.test(word.folded);

/** Types that come before the name: "rue", "boul.". */
export const isTypeBefore = (word: Word): boolean => before.has(word.folded);

/** Types that come after the name: "St", "Ave". */
export const isTypeAfter = (word: Word): boolean => after.has(word.folded);

export const isDirection = (word: Word): boolean => directions.has(word.folded);

/** Words taken by a post-office box, a rural route or the like that begins at a word; 0 when none does. */
export const boxAt = (words: readonly Word[], at: number): number => {
  for (let length = 1; length <= 3; length += 1) {
    const number = words[at + length];
    if (number === undefined) return 0;
    if (!boxNumber.test(number.folded)) continue;
    const key = words
      .slice(at, at + length)
      .map((word) => placeKey(word.text))
      .join(' ');
    if (boxes.has(key)) return length + 1;
  }
  return 0;
};

const list = (text: string): ReadonlySet<string> => new Set(text.split('|'));

const before = list(
  "rue|r|avenue|av|ave|boul|bd|boulevard|blvd|chemin|ch|chem|route|rte|rang|rg|montee|mtee|place|pl|cote|allee|all|impasse|imp|quai|cours|square|carre|croissant|terrasse|tsse|promenade|prom|ruelle|passage|autoroute|aut|sentier|faubourg|fg|esplanade|rond-point|cite|lotissement|circuit|highway|hwy|autopista|calle|via|rua|avenida|plaza|piazza|viale|l'avenue|l'allee",
);
const after = list(
  'st|street|ave|avenue|av|rd|road|blvd|boulevard|dr|drive|ln|lane|ct|court|crt|cres|crescent|cr|way|pl|place|sq|square|ter|terrace|terr|hwy|highway|pkwy|parkway|cir|circle|trail|trl|gate|gardens|gdns|grove|close|mews|row|walk|run|path|hill|heights|loop|line|sideroad|concession|quay|park|broadway|expressway|freeway|turnpike|pike|alley|plaza|point|landing|green|common|view|ridge|bay|cove',
);
const germanic =
  /.(?:strasse|straat|str|weg|gasse|platz|laan|plein|gatan|vagen|allee|damm|ring|gracht|kade)$/;
const directions = list(
  'n|s|e|w|o|ne|nw|se|sw|no|so|nord|sud|est|ouest|north|south|east|west|northwest|northeast|southwest|southeast|nord-est|nord-ouest|sud-est|sud-ouest',
);
const boxes = list(
  'cp|c p|bp|b p|case postale|casier postal|boite postale|po box|p o box|pobox|post office box|box|rr|r r|route rurale|rural route|gd|poste restante|general delivery',
);
const civicForm = /^\d{1,6}(?:[a-z]|bis|ter|½|1⁄2)?(?:-\d{1,6}[a-z]?){0,2}$/;
const frenchOrdinal = /^\d{1,3}e$/;
const boxNumber = /^#?\d{1,6}$/;
