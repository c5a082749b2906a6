import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanText } from '../src/domain/cleanText';
import { wordsOf } from '../src/domain/phrases/words';
import { readMessage } from '../src/domain/readMessage';
import { understand } from '../src/domain/understand';

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

const rounds = (count: number): number[] =>
  Array.from({ length: count }).flatMap(() =>
    ordinary.flatMap((text) => asked.map((question) => measure(filled(text, 500), question))),
  );

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

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

rounds(20);
const times = rounds(100).sort((a, b) => a - b);
const sizes = [1, 2, 5, 10] as const;
const report = [
  '# Benchmarks',
  '',
  `Node ${process.version}, ${process.platform} ${process.arch}. Written by \`npm run bench\`.`,
  '',
  '## Understanding a message of 500 characters',
  '',
  `${ordinary.length} texts in French and English, ${asked.length} open questions, ${times.length} readings.`,
  '',
  row(['p50', 'p99', 'longest']),
  '|---|---|---|',
  row([0.5, 0.99, 1].map((share) => `${percentile(times, share).toFixed(3)} ms`)),
  '',
  '## Hostile texts',
  '',
  'Milliseconds for the slowest of the open questions. Linear: ten times the text takes about ten times as long.',
  '',
  row(['repeated', ...sizes.map((size) => `${size} KB`), '10 KB : 1 KB']),
  '|---|---|---|---|---|---|',
  ...hostile.map(([name, unit]) => {
    const cells = sizes.map((size) => slowest(filled(unit, size * 1024)));
    const ratio = (cells.at(-1) ?? 0) / (cells[0] ?? 1);
    return row([name, ...cells.map((cell) => cell.toFixed(2)), ratio.toFixed(1)]);
  }),
  '',
].join('\n');
writeFileSync(join(__dirname, 'results.md'), report);
console.log(report);
