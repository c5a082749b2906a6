/**
 * What a serial number may be on the label when it was copied with a sign that looks like another (O/0, I/1, B/8, S/5, Z/2, also
 * Q/0 and L/1). Variants of the usual shape (three letters or digits, six digits) come first, then those with the fewest changes.
 * The number itself is not among them.
 */
export const lookAlikes = (serial: string): readonly string[] =>
  [...new Set([...shaped(serial), ...nearby(serial)])]
    .filter((variant) => variant !== serial)
    .slice(0, most);

/** Each is looked up: enough for two wrong signs anywhere and a wrong half. */
const most = 64;

/** The usual shape, read out of the serial: its last six signs are digits, the first three may be either. */
const shaped = (serial: string): readonly string[] => {
  const length = serial.length;
  if (length !== usualLength) return [];
  const running = [...serial.slice(codeLength)].map((sign) => digit.get(sign) ?? sign).join('');
  if (!/^\d{6}$/.test(running)) return [];
  const codes = [serial.slice(0, codeLength), ...nearby(serial.slice(0, codeLength))];
  const letters = codes.filter((code) => /^[A-Z]+$/.test(code));
  const others = codes.filter((code) => !letters.includes(code));
  return [...letters, ...others].map((code) => `${code}${running}`);
};

const codeLength = 3;

const usualLength = 9;

/** Variants with one change, then two, and so on, until there are enough. */
const nearby = (serial: string): readonly string[] => {
  const found: string[] = [];
  let ring: readonly Variant[] = [{ text: serial, next: 0 }];
  while (ring.length > 0 && found.length < most) {
    ring = further(ring, most + 1);
    found.push(...ring.map(({ text }) => text));
  }
  return found.slice(0, most);
};

interface Variant {
  readonly text: string;
  /** Signs before this one are settled, so that no variant is made twice. */
  readonly next: number;
}

const further = (ring: readonly Variant[], enough: number): readonly Variant[] => {
  const wider: Variant[] = [];
  for (const { text, next } of ring) {
    for (let index = next; index < Math.min(text.length, longest); index += 1) {
      for (const other of alike.get(text[index] ?? '') ?? '') {
        wider.push({
          text: `${text.slice(0, index)}${other}${text.slice(index + 1)}`,
          next: index + 1,
        });
        if (wider.length === enough) return wider;
      }
    }
  }
  return wider;
};

/** Longer than any serial number: what comes after is not varied. */
const longest = 20;

const alike: ReadonlyMap<string, string> = new Map([
  ['O', '0Q'],
  ['0', 'OQ'],
  ['Q', '0O'],
  ['I', '1L'],
  ['1', 'IL'],
  ['L', '1I'],
  ['B', '8'],
  ['8', 'B'],
  ['S', '5'],
  ['5', 'S'],
  ['Z', '2'],
  ['2', 'Z'],
]);

const digit: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['Q', '0'],
  ['I', '1'],
  ['L', '1'],
  ['B', '8'],
  ['S', '5'],
  ['Z', '2'],
]);
