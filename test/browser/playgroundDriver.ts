import type { Locator, Page } from 'playwright-core';

/** What a person sees in the Agents Playground, and does in it. */
export interface PlaygroundDriver {
  /** Cards that were drawn, oldest first. */
  readonly cards: Locator;
  /** The newest card once it has those words. */
  card(words: string | RegExp): Promise<Locator>;
  /** What became of the cards that were answered, oldest first. */
  statuses(): Promise<string>;
  say(text: string): Promise<void>;
  /** Once it was said. */
  hears(text: string | RegExp): Promise<void>;
}

export const playgroundOn = (page: Page): PlaygroundDriver => {
  const box = page.locator('[contenteditable=true][role=textbox]');
  const cards = page.locator('.ac-adaptiveCard');
  return {
    cards,
    card: async (words) => {
      const having = cards.filter({ has: page.getByText(words) });
      await cards.last().and(having).waitFor();
      return having.last();
    },
    statuses: async () =>
      (await cards.allInnerTexts()).flatMap((words) => words.match(/^✓ .+$/m) ?? []).join(' '),
    say: async (text) => {
      await box.fill(text);
      await box.press('Enter');
    },
    hears: (text) => page.getByText(text).last().waitFor(),
  };
};
