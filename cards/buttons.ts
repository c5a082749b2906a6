/** A button of a card that was sent, and what pressing it sends before the inputs are added. */
export interface Button {
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The button that leads on. */
  readonly positive: boolean;
}

/** All buttons of a card, those in its body first, as they stand from top to bottom. */
export const buttons = (content: unknown): readonly Button[] => {
  if (Array.isArray(content)) return content.flatMap(buttons);
  if (typeof content !== 'object' || content === null) return [];
  const { type, title, data, style, ...rest }: Record<string, unknown> = { ...content };
  const own =
    type === 'Action.Submit'
      ? [{ title: String(title), data: { ...Object(data) }, positive: style === 'positive' }]
      : [];
  return [...own, ...Object.values(rest).flatMap(buttons)];
};
