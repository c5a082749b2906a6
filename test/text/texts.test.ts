import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/root';
import { texts } from '../../src/text/texts';

/** Every sentence with its path: "conversation.ask.name". A function stands for the sentence it makes. */
const sentences = (node: unknown, path: string): readonly (readonly [string, string])[] => {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return [[path, node.toString()]];
  return Object.entries(Object(node)).flatMap(([key, value]) =>
    sentences(value, path === '' ? key : `${path}.${key}`),
  );
};

const french = sentences(texts.fr, '');
const english = new Map(sentences(texts.en, ''));

/** Words that are the same in both languages, or data. */
const common =
  /^(?:conversation\.example\.(?:serial|unit|extension|country)|cards\.machine\.example|cards\.details\.examples\.\w+|\S+\.(?:number|otherLanguage|moment|time))$/;

const code = ['src', 'dialogs', 'cards', 'public/chat']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:tsx?|json|mjs)$/.test(entry.name))
      .filter((entry) => !entry.parentPath.includes(join('src', 'text')))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  )
  .join('\n');

const words = new Set(code.match(/[A-Za-z_]\w*/g));

/** The literals of a sentence; what a function computes between them is code. */
const literals = (sentence: string): string =>
  sentence.includes('=>')
    ? (sentence.match(/`[^`]*`|"[^"]*"/g) ?? []).join('').replace(/\$\{[^}]*\}/g, '')
    : sentence;

test('no sentence is the same in both languages', () => {
  const same = french.filter(
    ([path, sentence]) => english.get(path) === sentence && /[a-z]{3}/i.test(sentence),
  );
  expect(same.map(([path]) => path).filter((path) => !common.test(path))).toEqual([]);
});

test('no sentence is empty', () => {
  expect([...french, ...english].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
});

test('no key is unused', () => {
  const unused = french.filter(
    ([path]) => !path.split('.').every((key) => words.has(key) || /^\d+$|:$/.test(key)),
  );
  expect(unused.map(([path]) => path)).toEqual([]);
});

test('high punctuation never begins a line in French', () => {
  const loose = french.filter(([, sentence]) => / [:;?!»]|« /.test(literals(sentence)));
  expect(loose.map(([path, sentence]) => `${path}: ${sentence}`)).toEqual([]);
});
