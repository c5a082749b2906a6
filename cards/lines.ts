import type { Card } from './template';

/** What a card shows, top to bottom, one line each: headings and texts, inputs as "label: value", buttons as "[title]". For terminals, transcripts and tests. */
export const lines = ({ content }: Card): readonly string[] => [...walk(content)];

function* walk(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const child of node) yield* walk(child);
  else if (isRecord(node)) yield* lineOf(node);
}

function* lineOf(node: Readonly<Record<string, unknown>>): Generator<string> {
  const { type } = node;
  if (type === 'TextBlock' || type === 'TextRun') yield String(node.text);
  else if (type === 'Action.Submit') yield `[${String(node.title)}]`;
  else if (type === 'Input.Toggle') yield `( ) ${String(node.title)}`;
  else if (String(type).startsWith('Input.'))
    yield `${String(node.label)}: ${String(node.value ?? '')}`.trim();
  else for (const part of parts) yield* walk(node[part]);
}

const parts = ['body', 'columns', 'items', 'inlines', 'actions'] as const;

const isRecord = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null;
