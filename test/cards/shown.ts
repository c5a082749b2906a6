import { AdaptiveCard, type Input, SerializationContext } from 'adaptivecards';
import type { Card } from '../../cards/template';

export interface Shown {
  readonly element: HTMLElement;
  /** What the renderer finds wrong. */
  readonly faults: readonly string[];
  /** Every text that a client reads as Markdown. */
  readonly markdown: readonly string[];
  readonly inputs: readonly Input[];
}

/** Shows a card as a client does. */
export const shown = ({ content }: Card): Shown => {
  const markdown: string[] = [];
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    markdown.push(text);
    result.outputHtml = text;
    result.didProcess = true;
  };
  const card = new AdaptiveCard();
  const context = new SerializationContext();
  card.parse(content, context);
  const element = card.render();
  if (element === undefined) throw new Error('The card was not rendered.');
  const faults = [
    ...Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message),
    ...card.validateProperties().validationEvents.map(({ message }) => message),
  ];
  return { element, faults, markdown, inputs: card.getAllInputs() };
};
