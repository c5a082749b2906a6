import { occurrences } from '../occurrences';

/** A word of the text and where it stands. */
export interface Piece {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Words, without the punctuation around them. */
export const piecesOf = (capitals: string): readonly Piece[] =>
  occurrences(capitals, words).map(({ text, from, to }) => ({ word: text, from, to }));

/** A serial number without what is written between its signs. */
export const compact = (written: string): string => written.replace(separators, '');

interface Confidence {
  readonly asked: boolean;
  readonly led: boolean;
}

interface Shaped {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** The serial number that begins with this word, in one piece or in several ("GNX 130 001", "G N X 1 3 0 0 0 1"). */
export const shapedFrom = (
  pieces: readonly Piece[],
  index: number,
  { asked, led }: Confidence,
): Shaped | undefined => {
  const first = pieces[index];
  if (first === undefined) return undefined;
  const alone = compact(first.word);
  if (looksSerial(alone, asked || led)) return { key: alone, from: first.from, to: first.to };
  return asked || led ? spread(pieces, index) : undefined;
};

/** Pieces are joined as long as they could still make the usual shape; the longest that does counts. */
const spread = (pieces: readonly Piece[], index: number): Shaped | undefined => {
  const first = pieces[index];
  if (first === undefined || !opens.test(first.word) || stopWords.has(first.word)) return undefined;
  let key = '';
  let found: Shaped | undefined;
  let end = first.from;
  for (const { word, from, to } of pieces.slice(index, index + 14)) {
    if (from - end > 1 && end !== first.from) break;
    key += compact(word);
    end = to;
    if (!begins.test(key)) break;
    if (usual.test(key)) found = { key, from: first.from, to };
  }
  return found;
};

const looksSerial = (key: string, expected: boolean): boolean =>
  (expected ? usual : sure).test(key) && !otherwise.test(key);

/** A product code of letters, or of three letters and digits, and a running number. */
const usual = /^(?:[A-Z]{1,4}\d{5,9}|(?=\d{0,2}[A-Z])[A-Z0-9]{3}\d{6})$/;

/** Unasked, one or two letters before five digits are rather a postal code. */
const sure = /^(?:[A-Z]{3,4}\d{5,9}|[A-Z]{1,2}\d{6,9}|(?=\d{0,2}[A-Z])[A-Z0-9]{3}\d{6})$/;

const begins = /^(?:[A-Z]{1,4}\d{0,9}|(?=\d{0,2}[A-Z]?)[A-Z0-9]{1,3}\d{0,6})$/;

/** The word before which a number stands: post-office boxes, "No", "S/N", flats. */
const otherwise = /^(?:NO|SN|CP|BP|CS|PO|TEL|EXT|APP|APT|BUR|RTE|RR|HWY|NIP|PIN|REF|CODE)\d{1,8}$/;

const opens = /^(?:[A-Z]{1,4}-?|(?=\d{0,2}[A-Z])[A-Z0-9]{2,3}-?|[A-Z]{1,4}[-./]?\d{1,8})$/;

const words = /([\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[-./_'](?=[\p{L}\p{N}]))*)/u;

const separators = /[\s./_'’"«»“”#:,;()[\]-]/gu;

/** Short words that stand before a number without belonging to it. */
export const stopWords: ReadonlySet<string> = new Set(
  `LE LA LES UN UNE DE DU DES NO ET EST A À AU EN SUR ON IS MY MA MON THE IT AN AND OF AT TO BY OUI NON YES NOT PAS OK SN S N° MAIS BUT PUIS
  RUE APP APT BUR ROOM UNIT CP BP PO EXT TEL CELL POST BOX ÇA CA SI TU IL JE VOUS I'M CEST C'EST IT'S HAS FOR OUR SON SES MES PAR DIT SAY`.split(
    /\s+/,
  ),
);
