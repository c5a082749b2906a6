/** A group of digits of a text, with what stands before it in the same run. */
export interface DigitGroup {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

/** A stretch of the text that may be a telephone number: digits with the usual signs between them, or letters that spell one. */
export interface PhoneRun {
  readonly from: number;
  /** Begins with a +, or with a dialling prefix for abroad (00, 011), which other digits may look like. */
  readonly abroad?: 'plus' | 'prefix';
  readonly groups: readonly DigitGroup[];
}

/** Stretches where a number may begin, in order; the same digits may begin more than one. */
export const phoneRuns = (text: string): readonly PhoneRun[] => {
  const runs: PhoneRun[] = [];
  for (const match of text.matchAll(stretch)) {
    if (match[0].length < shortest) continue;
    const groups = groupsOf(match[0], match.index);
    const last = groups.at(-1);
    if (last !== undefined && /^\p{L}/u.test(text.slice(last.to, last.to + 2))) {
      if (!extensionMark.test(text.slice(last.to, last.to + 12))) groups.pop();
    }
    if (/[\p{L}\p{N}]/u.test(text[match.index - 1] ?? ' ')) groups.shift();
    runs.push(...starts(text, groups));
  }
  return mayBeDialled.test(text) ? [...runs, ...vanity(text)].sort(byPlace) : runs;
};

const byPlace = (one: PhoneRun, other: PhoneRun): number => one.from - other.from;

const groupsOf = (stretchText: string, offset: number): DigitGroup[] =>
  Array.from(stretchText.matchAll(/\d+/g), ({ 0: digits, index }) => ({
    digits,
    from: offset + index,
    to: offset + index + digits.length,
  }));

/** Every group with which a number can begin: after a +, at the beginning, or with three or more digits and a shape that fits. */
const starts = (text: string, groups: readonly DigitGroup[]): readonly PhoneRun[] =>
  groups.flatMap((group, index): readonly PhoneRun[] => {
    const sign = text.slice(Math.max(0, group.from - 3), group.from).match(/\+ ?\(?$/);
    const opened = text[group.from - 1] === '(' ? 1 : 0;
    if (!sign && index > 0 && !northAmerican.test(shape(groups.slice(index, index + 4)))) return [];
    const following = groups.slice(index, index + mostGroups);
    if (sign)
      return [{ from: group.from - sign[0].length, abroad: 'plus' as const, groups: following }];
    const prefixed = group.digits.startsWith('00') || /^011(?:$|\d{8})/.test(group.digits);
    return [
      {
        from: group.from - opened,
        ...(prefixed ? { abroad: 'prefix' as const } : {}),
        groups: following,
      },
    ];
  });

const shape = (groups: readonly DigitGroup[]): string =>
  `${groups.map(({ digits }) => digits.length).join(' ')} `;

const northAmerican = /^(?:1 )?(?:3 3 4 |3 7 |10 )/;

/** Fifteen digits are the most a number has (E.164), and a dialling prefix may precede them. */
const mostGroups = 18;

/** "1-800-FLOWERS", "514-555-HELP": letters that are dialled. */
const vanity = (text: string): readonly PhoneRun[] =>
  Array.from(text.matchAll(dialled), (match) => {
    const { 0: written, 1: area = '', 2: word = '', index } = match;
    const letters = word.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 7);
    const digits = `${area}${letters}`
      .toLowerCase()
      .replace(/[a-z]/g, (letter) => keys[letter.charCodeAt(0) - 97] ?? '');
    return {
      from: index,
      groups: [{ digits, from: index, to: index + written.length }],
    };
  }).filter(({ groups }) => groups[0]?.digits.length === 10);

const keys = '22233344455566677778889999';

/** An area code and soon a letter; few messages have that, and the whole pattern is slow to compile. */
const mayBeDialled = /\d\)?[.-] ?[\d-]{0,4}[a-z]/iu;

const dialled =
  /(?<![\p{L}\p{N}])(?:\+?1[ .-])?\(?([2-9]\d\d)\)?[.-] ?((?=[\d-]*[a-z])(?:[a-z]{7,9}|[a-z]{2,5}-[a-z]{2,6}|\d{3}-[a-z]{4}))(?![\p{L}\p{N}])/giu;

/** Nothing shorter is a number, whatever the country: most digits of a message are of a house, a postal code, a serial number. */
const shortest = 7;

/** Digits with at most three signs between them, as telephone numbers have. */
const stretch = /\d(?:[ .()/·•-]{0,3}\d)*/g;

const extensionMark = /^(?:poste?|p|ext|x)[ .:]{0,2}(?:t[ée]l[ée]phonique )?\d/iu;
