import { Template } from 'adaptivecards-templating';

/** An Adaptive Card as an activity carries it; fits the SDK's `Attachment`. */
export interface Card {
  readonly contentType: 'application/vnd.microsoft.card.adaptive';
  readonly content: Readonly<Record<string, unknown>>;
}

/**
 * Compiles a template once, when the card is first asked for (all of them would hold up the start), and gives the function that fills it. Every name the template uses has to be in the view: a
 * missing one would be shown as `${name}`. What is absent is `''` there, and a property that comes out as `''` is left
 * out of the card, so that an input without a value has no `value`.
 */
export const template = <View extends object>(payload: object): ((view: View) => Card) => {
  let compiled: Template | undefined;
  return (view) => {
    compiled ??= new Template(payload);
    return {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: withoutBlanks(compiled.expand({ $root: view })),
    };
  };
};

const withoutBlanks = (node: object): Readonly<Record<string, unknown>> => {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) if (value !== '') kept[key] = pruned(value);
  return kept;
};

const pruned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(pruned);
  return typeof value === 'object' && value !== null ? withoutBlanks(value) : value;
};
