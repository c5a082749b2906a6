import { bindingIn, type Read, type Scope } from './binding';

/** An Adaptive Card as an activity carries it; fits the SDK's `Attachment`. */
export interface Card {
  readonly contentType: 'application/vnd.microsoft.card.adaptive';
  readonly content: Readonly<Record<string, unknown>>;
}

/**
 * Compiles a template once, when the card is first asked for (all of them would hold up the start), and gives the function that
 * fills it. Every name the template uses has to be in the view. What is absent is `''` there, and a property that comes out as
 * `''` is left out of the card, so that an input without a value has no `value`. Whatever does not depend on the view is one
 * frozen object for all cards.
 *
 * Every turn fills one: `adaptivecards-templating` would take a tenth of it. The tests hold each template against that library.
 */
export const template = <View extends object>(
  payload: Readonly<Record<string, unknown>>,
): ((view: View) => Card) => {
  let compiled: Read | undefined;
  return (view) => {
    compiled ??= readOf(objectOf(payload));
    const content = compiled({ root: view, data: view });
    return {
      contentType: 'application/vnd.microsoft.card.adaptive',
      // An object's part is an object.
      content: content as Card['content'],
    };
  };
};

/** A part that is the same on every card, or what fills it. */
type Part = { readonly fixed: unknown } | { readonly read: Read };

const readOf = (part: Part): Read => ('read' in part ? part.read : () => part.fixed);

const partOf = (node: unknown): Part => {
  if (Array.isArray(node)) return listOf(node);
  if (isObject(node)) return objectOf(node);
  const read = typeof node === 'string' ? bindingIn(node) : undefined;
  return read === undefined ? { fixed: node } : { read };
};

const objectOf = (node: Readonly<Record<string, unknown>>): Part => {
  const parts = Object.entries(node)
    .filter(([name]) => !reserved.has(name))
    .map(([name, value]) => ({ name, part: partOf(value) }));
  const fill = (scope: Scope) => {
    const filled: Record<string, unknown> = {};
    for (const { name, part } of parts) {
      const value = 'read' in part ? part.read(scope) : part.fixed;
      if (value !== '') filled[name] = value;
    }
    return filled;
  };
  if (parts.some(({ part }) => 'read' in part)) return { read: fill };
  return { fixed: Object.freeze(fill(nowhere)) };
};

const reserved: ReadonlySet<string> = new Set(['$data', '$when']);

const nowhere: Scope = { root: {}, data: {} };

/** A part of a list that comes once, more often or not at all. */
type Comes = (scope: Scope, list: unknown[]) => void;

const listOf = (nodes: readonly unknown[]): Part => {
  const parts = nodes.map((node) => ({ node, part: partOf(node) }));
  const comes = parts.map(({ node, part }) => comesOf(node, readOf(part)));
  const fill = (scope: Scope) => {
    const list: unknown[] = [];
    for (const come of comes) come(scope, list);
    return list;
  };
  if (parts.some(({ node, part }) => 'read' in part || isConditional(node))) return { read: fill };
  return { fixed: Object.freeze(fill(nowhere)) };
};

const isConditional = (node: unknown): boolean =>
  isObject(node) && ('$data' in node || '$when' in node);

const comesOf = (node: unknown, read: Read): Comes => {
  const once: Comes = (scope, list) => {
    list.push(read(scope));
  };
  return isObject(node) ? repeated(node.$data, when(node.$when, once)) : once;
};

const when = (condition: unknown, comes: Comes): Comes => {
  if (condition === undefined) return comes;
  const holds = bindingIn(String(condition));
  return (scope, list) => {
    if (holds?.(scope) === true) comes(scope, list);
  };
};

const repeated = (rows: unknown, comes: Comes): Comes => {
  if (rows === undefined) return comes;
  const read = bindingIn(String(rows));
  return (scope, list) => {
    const found = read?.(scope);
    if (!Array.isArray(found)) throw new Error(`A card's view has no list ${rows}`);
    for (const data of found) comes({ root: scope.root, data }, list);
  };
};

const isObject = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null && !Array.isArray(node);
