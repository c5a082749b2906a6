import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/root';

interface Parameter {
  readonly type: string;
  readonly defaultValue?: unknown;
}

interface Resource {
  readonly type: string;
  readonly [property: string]: unknown;
}

export interface Template {
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly resources: readonly Resource[];
}

const read = (file: string) =>
  JSON.parse(readFileSync(join(root, 'deploymentTemplates', file), 'utf8'));

export const templateIn = (file: string): Template => read(file);

/** Name → value. */
export const parametersIn = (file: string): Readonly<Record<string, unknown>> => {
  const { parameters }: { parameters: Record<string, { value: unknown }> } = read(file);
  return Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]));
};

/** The names that expressions ask for: `uses(template, 'parameters')`. */
export const uses = (part: unknown, what: 'parameters' | 'variables'): ReadonlySet<string> =>
  new Set(
    [...JSON.stringify(part).matchAll(new RegExp(`${what}\\('([^']+)'\\)`, 'g'))].map(
      ([, name = '']) => name,
    ),
  );
