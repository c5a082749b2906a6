import type { Locator, Page } from 'playwright-core';

/** What a person sees of the chat, and does in it. */
export interface ChatDriver {
  readonly launcher: Locator;
  readonly panel: Locator;
  readonly sendBox: Locator;
  /** Cards that were drawn, oldest first. */
  readonly cards: Locator;
  /** The newest card once it is the one with that heading. */
  card(heading: string | RegExp): Promise<Locator>;
  open(): Promise<void>;
  say(text: string): Promise<void>;
  /** Bubbles of text, and the headings of cards. */
  history(): Promise<readonly string[]>;
  /** Where the focus is: "sendBox", "launcher", "panel", or the name of the element. */
  focus(): Promise<string>;
}

export const chatOn = (page: Page): ChatDriver => {
  const launcher = page.locator('[data-launcher]');
  const panel = page.locator('#chat');
  const sendBox = page.locator('[data-id="webchat-sendbox-input"]');
  const cards = panel.locator('.ac-adaptiveCard');
  const card = async (heading: string | RegExp) => {
    const newest = cards.last();
    await newest.getByRole('heading', { name: heading }).first().waitFor();
    return newest;
  };
  return {
    launcher,
    panel,
    sendBox,
    cards,
    card,
    open: async () => {
      await launcher.click();
      await cards.first().waitFor();
    },
    say: async (text) => {
      await sendBox.fill(text);
      await sendBox.press('Enter');
    },
    history: () =>
      page.evaluate(`[...document.querySelectorAll('#chat .webchat__bubble__content')].map(
        (bubble) => (bubble.querySelector('[role=heading]') ?? bubble).textContent.trim())`),
    focus: () =>
      page.evaluate(`(() => {
        const at = document.activeElement;
        if (at?.matches('[data-id="webchat-sendbox-input"]')) return 'sendBox';
        if (at?.matches('[data-launcher]')) return 'launcher';
        return at?.id === 'chat' ? 'panel' : at?.tagName ?? 'nothing';
      })()`),
  };
};

const details = {
  fr: ['Prénom', 'Nom de famille', 'Numéro et rue', 'Ville', 'Code postal', 'Adresse e-mail'],
  en: ['First name', 'Last name', 'Number and street', 'City', 'Postal or ZIP code', 'E-mail'],
} as const;

const answers = ['Zoé', 'Tremblay', '12 rue des Érables', 'Laval', 'H7A 1A1'] as const;

/** Fills the boxes of the details card, by their labels. */
export const fillDetails = async (
  card: Locator,
  locale: 'fr' | 'en',
  email: string,
): Promise<void> => {
  const boxes = [...answers, email].map((answer, at) => ({ answer, label: details[locale][at] }));
  for (const { answer, label } of boxes)
    await card
      .getByLabel(label ?? '')
      .first()
      .fill(answer);
  await card.locator('input[type=tel]').fill('514 555-0142');
  await card.locator('select').first().selectOption('QC');
};
