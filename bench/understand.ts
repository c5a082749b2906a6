import { PerformanceObserver } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { cleanText } from '../src/domain/cleanText';
import { wordsOf } from '../src/domain/phrases/words';
import { readMessage } from '../src/domain/readMessage';
import { understand } from '../src/domain/understand';
import { putSections } from './putSections';
import { table } from './table';

const ordinary: readonly string[] = [
  'Bonjour, je m’appelle Jane Tremblay, j’habite au 12 rue des Érables app. 4, Laval (Québec) H7A 1A1, mon courriel est jane@example.org et mon téléphone est le 514 555-0123 poste 12. La machine est la GNX130001. ',
  'Hello, my name is Sam Roy, I live at 1200 Main St Unit 5, Toronto, Ontario M5V 2T6, my email is sam@example.org, my phone is (416) 555-0123 ext. 12 and the printer is RPC453072. ',
  'Je ne comprends pas ce que vous me demandez : l’imprimante du bureau affiche un code, quelqu’un est passé hier, et depuis rien ne va plus. Pourriez-vous me dire où est le numéro ? ',
  'I am not sure what you want from me here: the printer in our office shows a code, somebody came yesterday and nothing has worked since. Could you tell me where the number is? ',
  'en fait mon courriel est zoe@example.org, pas zoee@example.org, et le code postal n’est pas bon, la ville est Laval et non Montréal, le poste est 45, ',
  'actually change my phone to 416 555-0199, the city is Ottawa not Toronto, my last name is spelled Roi, extension is 45 not 54, ',
  '12, rue Principale, bureau 300, Montréal, Québec, H2X 1Y4, ',
  'oui non peut-être 🙂 yes no maybe ',
];

const short: readonly string[] = [
  'jane@example.org',
  '514 555-0123 poste 1',
  'Jane Tremblay-Gagnon',
  '12 rue des Pins Laval',
  'c’est la GNX130001',
  'oui, tout est exact',
  'what is this for?',
  'my zip is H7A 1A1',
];

const hostile: readonly (readonly [string, string])[] = [
  ['@', '@'],
  ['a@a', 'a@a'],
  ['1 1', '1 '],
  ['street', '1 rue 1 rue, '],
  ['names', 'Jane de la '],
  ['leads', 'mon courriel est '],
  ['capitals', 'A1A 1A1 '],
  ['yes', 'oui non '],
  ['letters', 'a'],
  ['blanks', ' \u200b'],
  ['combining', 'e\u0301\u0301'],
  ['lines', 'a\n,\n'],
  ['brackets', '<([ '],
  ['questions', '?! '],
  ['not but', 'pas x mais y '],
  ['fields', 'la ville est le poste est '],
  ['capital names', 'Jane De '],
  ['digits', '5145550123 '],
  ['one word a line', 'ab\n'],
  ['full width', 'Ａ１　'],
  ['living in', 'je suis en '],
  ['plus', '+1 '],
  ['country codes', '011 '],
  ['extensions', 'ext 800-a '],
  ['half numbers', '514- 5 1 4 '],
  ['half addresses', 'jane. x@y.zz a arobase '],
  ['at', ' at a'],
  ['links', '://'],
  ['half serials', 'GNX 130 s/n a- '],
  ['leads to a serial', "c'est le série machine "],
  ['hyphens', '-'],
];

const asked = [undefined, 'name', 'address', 'email', 'phone', 'serial', 'confirm'] as const;

const timed = (work: () => unknown): number => {
  const begun = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - begun) / 1e6;
};

const measure = (text: string, question: (typeof asked)[number]): number =>
  timed(() =>
    understand({ text }, { locale: 'fr', ...(question === undefined ? {} : { asked: question }) }),
  );

const filled = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const long: readonly string[] = ordinary.map((text) => filled(text, 500));

const readingsOf = (texts: readonly string[]): readonly number[] =>
  texts.flatMap((text) => asked.map((question) => measure(text, question)));

/** Work of a constant length that leaves no garbage: what differs in it is the machine's doing. */
const constantWork = (): number => {
  let sum = 0;
  for (let at = 0; at < 300_000; at += 1) sum = (sum * 31 + at) % 1_000_003;
  return sum;
};

const collections: number[] = [];
const collector = new PerformanceObserver((list) => {
  collections.push(...list.getEntries().map(({ duration }) => duration));
});

const round = async () => {
  const times = {
    long: readingsOf(long),
    short: readingsOf(short),
    constant: long.flatMap(() => asked.map(() => timed(constantWork))),
  };
  // Garbage collections are told between two turns only.
  await nextTurn();
  return times;
};

type Round = Awaited<ReturnType<typeof round>>;

const rounds = async (count: number): Promise<readonly Round[]> => {
  const done: Round[] = [];
  while (done.length < count) done.push(await round());
  return done;
};

/** The slowest question's quickest reading, past the door that refuses more than 4,000 characters. */
const slowest = (raw: string): number => {
  const text = cleanText(raw);
  const words = wordsOf(text);
  const reading = (question: (typeof asked)[number]) =>
    timed(() =>
      readMessage(text, words, {
        draft: {},
        ...(question === undefined ? {} : { asked: question }),
      }),
    );
  return Math.max(
    ...asked.map((one) => Math.min(...Array.from({ length: 7 }, () => reading(one)))),
  );
};

const shares = (name: string, times: readonly number[]): readonly string[] => {
  const sorted = [...times].sort((a, b) => a - b);
  const cells = [0.5, 0.99, 1].map((share) => `${percentile(sorted, share).toFixed(3)} ms`);
  return [name, `${sorted.length}`, ...cells];
};

const sizes = [1, 2, 5, 10] as const;

const main = async (): Promise<void> => {
  await rounds(30);
  collector.observe({ entryTypes: ['gc'] });
  const done = await rounds(150);
  collector.disconnect();
  const paused = [...collections].sort((a, b) => a - b);
  putSections([
    {
      heading: 'Understanding a message',
      lines: [
        `${long.length} texts of 500 characters and ${short.length} answers of about 20, in French and English, with each of ${asked.length} open questions.`,
        'The last row is work of a constant length, measured in between: what differs in it is the machine.',
        '',
        ...table(
          ['', 'readings', 'p50', 'p99', 'longest'],
          [
            shares(
              '500 characters',
              done.flatMap((times) => times.long),
            ),
            shares(
              '20 characters',
              done.flatMap((times) => times.short),
            ),
            shares(
              'constant work',
              done.flatMap((times) => times.constant),
            ),
          ],
        ),
        '',
        `Garbage was collected ${paused.length} times meanwhile, which took ${percentile(paused, 0.5).toFixed(2)} ms (p50) to ${percentile(paused, 1).toFixed(2)} ms (longest).`,
      ],
    },
    {
      heading: 'Hostile texts',
      lines: [
        'Milliseconds for the slowest of the open questions. Linear: ten times the text takes about ten times as long.',
        '',
        ...table(
          ['repeated', ...sizes.map((size) => `${size} KB`), '10 KB : 1 KB'],
          hostile.map(([name, unit]) => {
            const cells = sizes.map((size) => slowest(filled(unit, size * 1024)));
            const ratio = (cells.at(-1) ?? 0) / (cells[0] ?? 1);
            return [name, ...cells.map((cell) => cell.toFixed(2)), ratio.toFixed(1)];
          }),
        ),
      ],
    },
  ]);
};

void main();
