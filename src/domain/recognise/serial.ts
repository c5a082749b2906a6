import type { Problem, ProblemKind } from '../problem';
import { asciiDigits } from './asciiDigits';
import { folded } from './folded';
import { hasControls } from './hasControls';
import { heard } from './heard';
import { latinLetters } from './latinLetters';
import { type Mention, meant } from './meant';
import type { Found, Recogniser } from './recogniser';
import { fillersOnly, type SerialLead, serialLeads } from './serialLead';
import { compact, type Piece, piecesOf, shapedFrom, stopWords } from './serialShape';

const shortestSerial = 5;

const longestSerial = 20;

/**
 * Reads a serial number: capitals without separators. The list of machines decides whether it exists, so an answer to the
 * question may have any shape with a digit in it; unasked it must be introduced or look exactly like one.
 */
export const serialIn: Recogniser = (text, hints) => {
  const asked = hints.asked === 'serial';
  if (hints.exact && !asked) return undefined;
  const { text: clean, at } = folded(text);
  if (clean.trim() === '') return undefined;
  if (hints.exact && hasControls(text)) return whole(text, problem('controlCharacters', text));
  const readable = latinLetters(asciiDigits(clean).toUpperCase());
  // A few letters grow when they become capitals ("ß"); then nothing of the text is a serial number's and offsets would be wrong.
  const capitals = readable.length === clean.length ? readable : asciiDigits(clean);
  const leads = serialLeads(clean);
  if (hints.exact) return exactly(text, capitals, leads);
  const mentions = mentionsIn(clean, capitals, { leads, asked });
  const chosen = meant(clean, mentions);
  if (chosen !== undefined) {
    return read(chosen, { from: at(chosen.from), to: at(chosen.to) });
  }
  if (mentions.length > 0) {
    const all = [...new Set(mentions.map(({ key }) => key))].join(', ');
    const from = at(Math.min(...mentions.map((one) => one.from)));
    const to = at(Math.max(...mentions.map((one) => one.to)));
    return { facts: {}, problem: problem('serialSeveral', all), from, to, led: false };
  }
  return asked ? answered(text, capitals, leads) : undefined;
};

interface Context {
  readonly leads: readonly SerialLead[];
  readonly asked: boolean;
}

const mentionsIn = (
  clean: string,
  capitals: string,
  { leads, asked }: Context,
): readonly Mention[] => {
  const pieces = piecesOf(capitals);
  const found: Mention[] = [];
  let free = 0;
  let next = 0;
  pieces.forEach((piece, index) => {
    while (next < leads.length && (leads[next]?.to ?? 0) < piece.from) next += 1;
    const lead = leads[next]?.to === piece.from ? leads[next] : undefined;
    if (piece.from < free) return;
    const shaped = shapedFrom(pieces, index, { asked, led: lead !== undefined });
    const plain = lead?.strong ? plainFrom(clean, piece) : undefined;
    const read = shaped ?? plain;
    if (read === undefined) return;
    free = read.to;
    found.push({
      key: read.key,
      from: lead?.from ?? read.from,
      to: read.to,
      led: lead !== undefined,
    });
  });
  return found;
};

/** After "numéro de série" one word with a digit is taken as it stands. */
const plainFrom = (clean: string, piece: Piece): Omit<Mention, 'led'> | undefined =>
  /\d/.test(piece.word) && !/^\p{L}+[ '-]?$/u.test(clean.slice(piece.from, piece.to))
    ? { key: compact(piece.word), from: piece.from, to: piece.to }
    : undefined;

interface Place {
  readonly from: number;
  readonly to: number;
}

const read = ({ key, led }: Mention, { from, to }: Place): Found => {
  const kind = wrong(key);
  if (kind === undefined) return { facts: { serial: key }, from, to, led };
  return { facts: {}, problem: problem(kind, key), from, to, led };
};

/** The question was asked, nothing has a known shape: the text is taken when it is one group of signs and words of politeness. */
const answered = (
  text: string,
  capitals: string,
  leads: readonly SerialLead[],
): Found | undefined => {
  const pieces = piecesOf(capitals.slice(leads.at(-1)?.to ?? 0)).filter(
    ({ word }) => !fillersOnly(word),
  );
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined || pieces.length > 8) return undefined;
  const words = pieces.map(({ word }) => word);
  const group = words.join(' ');
  if (!/\d/.test(group) || words.some((word) => ordinaryWord.test(word) || stopWords.has(word)))
    return undefined;
  if (otherThing.some((shape) => shape.test(group))) return undefined;
  return whole(text, taken(compact(group), text));
};

/** The content of an input of its own, at its word. */
const exactly = (text: string, capitals: string, leads: readonly SerialLead[]): Found => {
  const lead = leads[0]?.from === 0 ? leads[0].to : 0;
  return whole(text, taken(compact(capitals.slice(lead)), text));
};

const taken = (serial: string, text: string): string | Problem => {
  const kind = wrong(serial);
  return kind === undefined ? serial : problem(kind, text);
};

const wrong = (serial: string): ProblemKind | undefined => {
  if (!/^[A-Z0-9]+$/.test(serial) || !/\d/.test(serial)) return 'serialForm';
  if (serial.length < shortestSerial) return 'serialTooShort';
  return serial.length > longestSerial ? 'tooLong' : undefined;
};

const whole = (text: string, value: string | Problem): Found => ({
  ...(typeof value === 'string' ? { facts: { serial: value } } : { facts: {}, problem: value }),
  from: 0,
  to: text.length,
  led: false,
});

const problem = (kind: ProblemKind, said: string): Problem => ({
  kind,
  fact: 'serial',
  heard: heard(said),
  ...(kind === 'tooLong' ? { max: longestSerial } : {}),
});

/** Without a digit and too long to be a product code. */
const ordinaryWord = /^\D{4,}$/;

/** Canadian postal codes, telephone numbers, times and dates. */
const otherThing = [
  /^[A-Z]\d[A-Z][ -]?\d[A-Z]\d$/,
  /^(?:1[ .-]?)?[2-9]\d\d[ .-]\d{3}[ .-]?\d{4}$/,
  /^\d{1,2}H(?:\d\d)?$/,
  /^(?:19|20)\d\d-\d\d-\d\d$/,
];
