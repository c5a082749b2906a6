import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

const file = join(__dirname, 'results.md');

const head = [
  '# Benchmarks',
  '',
  `Node ${process.version}, ${process.platform} ${process.arch}. Written by \`npm run bench\`.`,
  '',
  '',
].join('\n');

/** Puts each section into `results.md` in the place of the one that has its heading, or at the end; the others stay. */
export const putSections = (sections: readonly Section[]): void => {
  const written = new Map(
    sections.map(({ heading, lines }) => [heading, `${lines.join('\n').trim()}\n`]),
  );
  const all = new Map([...sectionsIn(file), ...written]);
  const texts = [...all].map(([heading, text]) => `## ${heading}\n\n${text}`);
  writeFileSync(file, head + texts.join('\n'));
  for (const [heading, text] of written) console.log(`## ${heading}\n\n${text}`);
};

const sectionsIn = (path: string): readonly [string, string][] => {
  if (!existsSync(path)) return [];
  const [, ...parts] = readFileSync(path, 'utf8').split(/^## /m);
  return parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    return [heading, `${lines.join('\n').trim()}\n`];
  });
};
