/** What a message says of a code with which a registration moves between conversations. */
export type CodeReading =
  /** `sure`: nothing else that is answered here looks like this. Written in one piece it may be a serial number of another maker. */
  | { readonly kind: 'code'; readonly code: string; readonly sure: boolean }
  /** Two groups as a code has them, but none that was ever given: a slip. */
  | { readonly kind: 'slip' }
  | undefined;

/**
 * Two groups of five, "K7M4P-9R2TX", drawn evenly from 1.9 million million: 40.8 bits. No vowels, so no words and no names, and no
 * characters that are taken for each other. The first group begins with a letter, the second with a digit, and both mix the two:
 * nothing here ends in a row of digits, as the serial numbers do, and no postal code, telephone number or temporary password is so long
 * in this order.
 */
export const newHandOverCode = (randomBelow: (limit: number) => number): string => {
  for (;;) {
    const drawn = Array.from({ length: 10 }, () => alphabet.charAt(randomBelow(alphabet.length)));
    const code = `${drawn.slice(0, 5).join('')}-${drawn.slice(5).join('')}`;
    if (isCode(code)) return code;
  }
};

/** Forgives case, any dash or blank or none, a word before ("mon code : …") and the point at the end. */
export const readHandOverCode = (text: string): CodeReading => {
  const [, lead = '', first = '', between = '', second = ''] =
    (text.length <= longest && written.exec(text.normalize('NFKC').toUpperCase())) || [];
  if (first === '') return undefined;
  const code = `${first}-${second}`;
  if (isCode(code)) return { kind: 'code', code, sure: between !== '' || lead !== '' };
  const mixed = /\d/.test(code) && /[A-Z]/.test(code);
  return mixed && between !== '' ? { kind: 'slip' } : undefined;
};

const letters = 'CDFHJKMNPRTVWX';
const digits = '23456789';
const alphabet = letters + digits;

const longest = 80;

const isCode = (code: string): boolean => shape.test(code);

const one = `[${alphabet}]`;

/** Of the four that follow the first, two or three are of the other kind. */
const shape = new RegExp(
  `^[${letters}](?=(?:[${letters}]*[${digits}]){2,3}[${letters}]*-)${one}{4}-[${digits}](?=(?:[${digits}]*[${letters}]){2,3}[${digits}]*$)${one}{4}$`,
);

const written =
  /^\s*((?:(?:VOICI|LE|MON|MA|MY|THE|HERE|IS|IT'S|C'EST|EST|CODE|DE|TRANSFERT|TRANSFER)[\s:,«"“]+)*)([A-Z0-9]{5})([\s\p{Dash}_.·]*)([A-Z0-9]{5})[\s.!»"”]*$/u;
