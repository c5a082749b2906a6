import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';

/** What a person sees of the chat, and does in it. */
export interface ChatDriver {
  readonly launcher: Locator;
  readonly panel: Locator;
  readonly sendBox: Locator;
  /** Cards that were drawn, oldest first. */
  readonly cards: Locator;
  /** The newest card once it is the one with that heading. */
  card(heading: string | RegExp): Promise<Locator>;
  /** The newest card once it asks that: yes-or-no questions have no heading. */
  question(text: string | RegExp): Promise<Locator>;
  /** Unless it is open: after a reload it is where there is room. */
  open(): Promise<void>;
  /** Types and sends, once. */
  say(text: string): Promise<void>;
  /** Types and sends until it is taken: after a restart the chat says for a moment that it cannot. */
  sayUntilTaken(text: string): Promise<void>;
  /** Presses a button of a card until the press is taken. */
  press(card: Locator, button: string | RegExp): Promise<void>;
  /** Once the assistant has said it. */
  hears(text: string | RegExp): Promise<void>;
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
  const newestWith = async (words: Locator) => {
    await cards
      .last()
      .and(cards.filter({ has: words }))
      .waitFor();
    return cards.filter({ has: words }).last();
  };
  const bubbles = panel.locator('.webchat__bubble__content');
  const say = async (text: string) => {
    await sendBox.fill(text);
    await sendBox.press('Enter');
  };
  return {
    launcher,
    panel,
    sendBox,
    cards,
    card: (heading) => newestWith(page.getByRole('heading', { name: heading })),
    question: (text) => newestWith(page.getByText(text)),
    open: async () => {
      await eventually(async () => {
        // It hides as soon as the chat opens by itself.
        if (!(await panel.isVisible())) await launcher.click({ timeout: 1_000 }).catch(() => false);
        return panel.isVisible();
      }, true);
      await cards.first().waitFor();
    },
    say,
    sayUntilTaken: async (text) => {
      await sendBox.fill(text);
      await eventually(async () => {
        await sendBox.press('Enter');
        return sendBox.inputValue();
      }, '');
    },
    press: async (card, name) => {
      const pressed = card.getByRole('button', { name: /^✓/ });
      const said = await bubbles.count();
      // What was pressed is ticked at once; soon the card shows its answer instead, and another one may have taken its place here.
      const isTaken = async () => (await bubbles.count()) > said || (await pressed.count()) > 0;
      const taken = await eventually(async () => {
        if (!(await isTaken())) await card.getByRole('button', { name }).click();
        return eventually(isTaken, true, 5_000);
      }, true);
      if (!taken) throw new Error(`nothing happens when "${name}" is pressed`);
    },
    hears: (text) => panel.locator('.webchat__bubble').getByText(text).last().waitFor(),
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

/** Fills the boxes of the details card, by their labels; lists are drawn in several ways. */
export const fillDetails = async (
  card: Locator,
  locale: 'fr' | 'en',
  email: string,
  chooseRegion: (card: Locator) => Promise<unknown> = (of) =>
    of.locator('select').first().selectOption('QC'),
): Promise<void> => {
  const boxes = [...answers, email].map((answer, at) => ({ answer, label: details[locale][at] }));
  for (const { answer, label } of boxes)
    await card
      .getByLabel(label ?? '')
      .first()
      .fill(answer);
  await card.locator('input[type=tel]').fill('514 555-0142');
  await chooseRegion(card);
};
