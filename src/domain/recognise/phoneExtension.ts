import type { Folded } from './folded';
import type { Found } from './recogniser';

export interface Extension {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

/** "…, poste 12", "ext. 12", "x12", "#12" right after a number. */
export const extensionAfter = (text: string, at: number): Extension | undefined => {
  const match = text.slice(at, at + 60).match(after);
  if (match?.[1] === undefined) return undefined;
  return { digits: match[1], from: at, to: at + match[0].length };
};

/** "poste 12 au " right before a number. */
export const extensionBefore = (text: string, at: number, free: number): Extension | undefined => {
  const window = Math.max(free, at - 40);
  const match = text.slice(window, at).match(before);
  if (match?.[1] === undefined || match.index === undefined) return undefined;
  return { digits: match[1], from: window + match.index, to: at };
};

/** An extension without its number: introduced by its word, or the whole answer when it is what was asked. */
export const extensionAlone = (clean: Folded, asked: boolean): Found | undefined => {
  const bare = asked ? onlyExtension(clean.text) : undefined;
  const match = clean.text.match(alone);
  const digits = bare ?? match?.[1];
  if (digits === undefined) return undefined;
  const start = bare === undefined ? (match?.index ?? 0) : 0;
  const end = bare === undefined ? start + (match?.[0].length ?? 0) : clean.text.length;
  const span = { from: clean.at(start), to: clean.at(end), led: match !== null };
  if (digits.length <= 7) return { facts: { extension: digits }, ...span };
  return {
    facts: {},
    problem: { kind: 'extensionForm', fact: 'extension', heard: digits.slice(0, 80) },
    ...span,
  };
};

/** The digits of a text that is an extension and nothing else. */
export const onlyExtension = (text: string): string | undefined => text.match(only)?.[1];

const word = String.raw`(?:poste?(?: t[ée]l[ée]phonique)?|extension|ext\.?|local|loc\.?|interne)`;

/** Without a number next to it "local 4" is a room. */
const sureWord = String.raw`(?:poste(?: t[ée]l[ée]phonique)?|extension|ext\.?)`;

const link = String.raw`(?: ?(?:est(?: le)?|is|no\.?|n°|num[ée]ro|number|:|#|=)){0,2} ?`;

const after = new RegExp(
  String.raw`^[ ,;()-]{0,3}(?:(?:et|and|avec|with|au|à|mon|my|le|the|l') ?){0,3}(?:${word}${link}|p\.? ?|x\.? ?|# ?|ext=)(\d{1,12})(?!\d)\)?`,
  'iu',
);

const before = new RegExp(
  String.raw`(?<!\p{L})${word}${link}(\d{1,7})(?: ?[,;]| au| du| at| of| on)? ?$`,
  'iu',
);

const alone = new RegExp(
  String.raw`(?<!\p{L}|(?:la|de|du|une) )(?:(?:mon|my|le|the) )?${sureWord}${link}(\d{1,12})(?![\p{L}\p{N}])`,
  'iu',
);

const only = new RegExp(
  String.raw`^ ?(?:(?:c'est|it's|le|the|mon|my|oui|yes)[, ]{1,2}){0,3}(?:${word}${link}|p\.? ?|x\.? ?|# ?)?(\d{1,20})[ .!]{0,2}$`,
  'iu',
);
