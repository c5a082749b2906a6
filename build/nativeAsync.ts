import { type AnyNode, type CallExpression, type FunctionExpression, parse } from 'acorn';

/**
 * TypeScript wrote the SDK's async functions as generators that a helper steps through: four closures and three promises a call.
 * Here they are async functions again. What is not written just as TypeScript writes it stays as it is. Lines stay too, for
 * the source maps that come with the code.
 */
export const nativeAsync = (code: string): string => {
  if (!code.includes('__awaiter(')) return code;
  const edits = editsIn(parse(code, { ecmaVersion: 2022, sourceType: 'script' }), []);
  return [...edits]
    .sort((one, other) => other.at - one.at)
    .reduce(
      (before, { at, drops, puts }) => before.slice(0, at) + puts + before.slice(at + drops),
      code,
    );
};

interface Edit {
  readonly at: number;
  /** So many characters from there. */
  readonly drops: number;
  readonly puts: string;
}

const editsIn = (node: AnyNode, above: readonly AnyNode[]): readonly Edit[] => [
  ...(node.type === 'CallExpression' ? editsOf(node, above) : []),
  ...childrenOf(node).flatMap((child) => editsIn(child, [node, ...above])),
];

/** The function that returns the call becomes the async one; where it does more than that, the generator does. */
const editsOf = (call: CallExpression, above: readonly AnyNode[]): readonly Edit[] => {
  const generator = generatorIn(call);
  if (generator === undefined) return [];
  const own = ownNodes(generator.body);
  if (!own.every(isPortable(call))) return [];
  const { start, end } = generator.body;
  const replaced = (from: number, open: string, close: string, to: number): readonly Edit[] => [
    { at: from, drops: start - from, puts: open },
    { at: end, drops: to - end, puts: close },
    ...own.flatMap(awaits),
  ];
  const asyncAt = startOfAsync(call, above);
  const [parent] = above;
  if (asyncAt === undefined || parent === undefined) {
    return replaced(call.start, '(async () => ', ')()', call.end);
  }
  const whole = parent.type === 'ReturnStatement' ? parent : call;
  return [{ at: asyncAt, drops: 0, puts: 'async ' }, ...replaced(whole.start, '', '', whole.end)];
};

/** The function in `__awaiter(this, void 0, void 0, function* () { … })`. */
const generatorIn = ({
  callee,
  arguments: given,
}: CallExpression): FunctionExpression | undefined => {
  const called = callee.type === 'MemberExpression' ? callee.property : callee;
  if (called.type !== 'Identifier' || called.name !== '__awaiter') return undefined;
  const [owner, its, promise, generator] = given;
  if (owner?.type !== 'ThisExpression' && !isVoid(owner)) return undefined;
  if (!isVoid(its) || !isVoid(promise) || generator?.type !== 'FunctionExpression') {
    return undefined;
  }
  return generator.generator && generator.params.length === 0 ? generator : undefined;
};

const isVoid = (node: AnyNode | undefined): boolean =>
  node?.type === 'UnaryExpression' && node.operator === 'void';

/** Means the same in an async function in the generator's place. */
const isPortable =
  ({ arguments: [owner] }: CallExpression) =>
  (node: AnyNode): boolean => {
    if (node.type === 'YieldExpression') return !node.delegate && node.argument != null;
    if (node.type === 'ThisExpression') return owner?.type === 'ThisExpression';
    return node.type !== 'Identifier' || (node.name !== 'arguments' && node.name !== 'await');
  };

/** `yield` takes what follows as a whole, `await` only the first operand. */
const awaits = (node: AnyNode): readonly Edit[] => {
  if (node.type !== 'YieldExpression' || node.argument == null) return [];
  const { start, end } = node.argument;
  return [
    { at: node.start, drops: 'yield'.length, puts: 'await' },
    { at: start, drops: 0, puts: '(' },
    { at: end, drops: 0, puts: ')' },
  ];
};

/** Where `async` makes the call's function async, when that function does nothing but return the call. */
const startOfAsync = (
  call: CallExpression,
  [parent, block, owner, holder]: readonly AnyNode[],
): number | undefined => {
  if (parent?.type === 'ArrowFunctionExpression') {
    return parent.body === call && parent.params.every(isPlain) ? parent.start : undefined;
  }
  if (parent?.type !== 'ReturnStatement' || block?.type !== 'BlockStatement') return undefined;
  if (!block.body.every((one) => one === parent || reachesSuper(one))) return undefined;
  if (owner?.type !== 'FunctionExpression' && owner?.type !== 'FunctionDeclaration')
    return undefined;
  if (owner.generator || !owner.params.every(isPlain)) return undefined;
  if (holder?.type !== 'MethodDefinition') {
    return owner.type === 'FunctionDeclaration' ? owner.start : undefined;
  }
  return holder.kind === 'method' && !holder.computed ? holder.key.start : undefined;
};

/** A default value that throws would reject instead. */
const isPlain = ({ type }: AnyNode): boolean => type === 'Identifier';

/** `const _super = …`, for calls of what is overridden. */
const reachesSuper = (statement: AnyNode): boolean =>
  statement.type === 'VariableDeclaration' &&
  statement.declarations.every(({ id }) => id.type === 'Identifier' && id.name === '_super');

/** All below, except in functions with a `this` of their own. */
const ownNodes = (node: AnyNode): readonly AnyNode[] => [
  node,
  ...childrenOf(node)
    .filter(({ type }) => type !== 'FunctionExpression' && type !== 'FunctionDeclaration')
    .flatMap(ownNodes),
];

const childrenOf = (node: AnyNode): readonly AnyNode[] =>
  Object.values(node)
    .flat()
    .filter((one): one is AnyNode => typeof one?.type === 'string');
