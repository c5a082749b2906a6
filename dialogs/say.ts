import { InputHints, type TurnContext } from 'botbuilder';
import type { Sketch } from '../cards/draw';
import { memoryOf } from './memory';

/** Sentences wait here until a question is asked, so that answer and question come as one message. */
export const note = (context: TurnContext, ...sentences: readonly string[]): void => {
  context.turnState.set(notesKey, [...notesOf(context), ...sentences]);
};

/** A sentence that ends with an example: another one after it would be one too many. */
export const noteWithExample = (context: TurnContext, ...sentences: readonly string[]): void => {
  note(context, ...sentences);
  context.turnState.set(exampleKey, true);
};

export const hasExample = (context: TurnContext): boolean =>
  context.turnState.get<true | undefined>(exampleKey) === true;

/** Says what is waiting, then the sentences given, as one message. Always plain text: it may repeat what a person typed. */
export const say = async (
  context: TurnContext,
  sentences: readonly string[],
  card?: Sketch,
): Promise<void> => {
  const said = [...notesOf(context), ...sentences].filter((sentence) => sentence !== '');
  context.turnState.set(notesKey, []);
  if (said.length === 0 && card === undefined) return;
  const text = said.join('\n\n');
  await context.sendActivity({
    type: 'message',
    text,
    speak: said.join(' '),
    textFormat: 'plain',
    locale: memoryOf(context).locale,
    inputHint: InputHints.ExpectingInput,
    ...(card === undefined ? {} : { attachments: [card] }),
  });
};

/** What is still waiting when no question followed. */
export const sayNotes = (context: TurnContext): Promise<void> => say(context, []);

const notesKey = Symbol('notes');
const exampleKey = Symbol('example');

const notesOf = (context: TurnContext): readonly string[] =>
  context.turnState.get<readonly string[] | undefined>(notesKey) ?? [];
