/** A card on one line of a talk: its name, its inputs ("email=" when empty), what a person wrote, its buttons. Fixed words are left to the card's own tests. */
export const cardLine = (content: unknown): string => {
  const parts = [...walk(content)];
  const name = parts.find((part) => part.startsWith('(')) ?? '(done)';
  return [name, ...parts.filter((part) => part !== name && !part.startsWith('('))].join(' ');
};

function* walk(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const child of node) yield* walk(child);
  else if (typeof node === 'object' && node !== null) yield* describe(Object(node));
}

function* describe(node: Readonly<Record<string, unknown>>): Generator<string> {
  const { type, id, value, title, text, data, style } = node;
  if (type === 'TextRun') yield `“${String(text)}”`;
  else if (type === 'Action.Submit') {
    yield `(${Object(data).card})`;
    yield `[${String(title)}${style === 'positive' ? '!' : ''}]`;
  } else if (type === 'Action.OpenUrl') {
    yield '(link)';
    yield `[${String(title)}: ${String(node.url)}]`;
  } else if (String(type).startsWith('Input.')) yield `${String(id)}=${String(value ?? '')}`;
  else
    for (const part of ['body', 'columns', 'items', 'inlines', 'actions']) yield* walk(node[part]);
}
