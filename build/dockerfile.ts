import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/root';

export interface Instruction {
  /** In capitals: "COPY". */
  readonly does: string;
  /** "--from=build" → from: "build". */
  readonly flags: Readonly<Record<string, string>>;
  readonly rest: string;
}

interface Stage {
  /** What it starts from, arguments filled in. */
  readonly image: string;
  readonly name: string;
  readonly steps: readonly Instruction[];
}

/** The stages of the Dockerfile. One instruction a line, as ours is written. */
export const stages = (): readonly Stage[] => {
  const lines = readFileSync(join(root, 'Dockerfile'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(instruction);
  const given = new Map(lines.filter(({ does }) => does === 'ARG').map(({ rest }) => named(rest)));
  const found: { image: string; name: string; steps: Instruction[] }[] = [];
  for (const line of lines) {
    if (line.does === 'ARG') continue;
    if (line.does === 'FROM') {
      const [image = '', , name = ''] = line.rest.split(' ');
      const filled = image.replace(/\$\{(\w+)\}/g, (_, arg: string) => given.get(arg) ?? '');
      found.push({ image: filled, name, steps: [] });
    } else {
      found.at(-1)?.steps.push(line);
    }
  }
  return found;
};

const instruction = (line: string): Instruction => {
  const [, does = '', flags = '', rest = ''] =
    /^([A-Z]+) ((?:--[\w-]+=\S+ )*)(.+)$/.exec(line) ?? [];
  if (does === '') throw new Error(`Dockerfile: "${line}" is not understood`);
  const pairs = flags.trim() === '' ? [] : flags.trim().split(' ');
  return { does, flags: Object.fromEntries(pairs.map((flag) => named(flag.slice(2)))), rest };
};

const named = (pair: string): readonly [string, string] => {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
};

/** `ENV A=1 B=2`. */
export const pairsIn = (rest: string): Readonly<Record<string, string>> =>
  Object.fromEntries(rest.split(' ').map(named));

/** `CMD ["node", "x.js"]`, and the same inside HEALTHCHECK. */
export const commandIn = (rest: string): readonly string[] =>
  JSON.parse(rest.slice(rest.indexOf('[')));
