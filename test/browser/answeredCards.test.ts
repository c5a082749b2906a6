import type { Locator, Page } from 'playwright-core';
import { aServer } from '../support/server';
import { aChatter } from './aChatter';
import { chatOn, fillDetails } from './chatDriver';
import { eventually } from './eventually';
import { inBrowser } from './support';

jest.setTimeout(120_000);

const talks = [
  {
    locale: 'fr',
    start: 'commencer',
    details: /Vos renseignements/,
    forward: /^Continuer/,
    noted: /✓ Réponses notées[\s\S]*Zoé[\s\S]*zoe\.fr@example\.org/,
    accept: "j'accepte",
    terms: /Modalités/,
    accepted: /✓ Modalités lues et acceptées/,
  },
  {
    locale: 'en',
    start: 'start',
    details: /Your information/,
    forward: /^Continue/,
    noted: /✓ Answers noted[\s\S]*Zoé[\s\S]*zoe\.en@example\.org/,
    accept: 'I accept',
    terms: /terms/i,
    accepted: /✓ Terms read and accepted/,
  },
] as const;

const boxes = (card: Locator) => card.locator('input, select, textarea, button').count();

/** Everything that a screen reader is told from now on. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(`(() => {
    window.told = [];
    new MutationObserver((changes) => {
      for (const { addedNodes, target } of changes)
        if (target.closest('[aria-live], [role=log], [role=status], [role=alert]'))
          for (const node of addedNodes) window.told.push(node.textContent);
    }).observe(document.body, { childList: true, subtree: true });
  })()`);
const told = (page: Page): Promise<readonly string[]> => page.evaluate('window.told');

inBrowser('an answered card', aServer, (stage) => {
  test.each(talks)(
    'shows its answer in its place, here, in another tab and after a reload ($locale)',
    async ({ locale, start, details, forward, noted, accept, terms, accepted }) => {
      const { page, chat, troubles, context, leave } = await aChatter(stage.browser, {
        url: stage.server.url,
        locale,
      });
      await chat.open();
      await chat.say(start);
      const asked = await chat.card(details);
      const other = chatOn(await context.newPage());
      await other.launcher.page().goto(page.url());
      await other.open();
      await other.card(details);

      await fillDetails(asked, locale, `zoe.${locale}@example.org`);
      await listen(page);
      await chat.press(asked, forward);
      await chat.card(terms);
      const [, pressed, typed] = [0, 1, 2].map((at) => chat.cards.nth(at));
      if (pressed === undefined || typed === undefined) throw new Error('three cards were asked');
      expect(await pressed.innerText()).toMatch(noted);
      expect(await boxes(pressed)).toBe(0);
      expect(await eventually(chat.focus, 'sendBox')).toBe('sendBox');
      // What the person just said is not read to them again.
      const heard = (await told(page)).join('\n');
      expect(heard).toContain(`zoe.${locale}@example.org`);
      expect(heard).not.toMatch(/✓|Réponses notées|Answers noted/);

      await chat.say(accept);
      await chat.card(/machine/);
      expect(await typed.innerText()).toMatch(accepted);
      expect(await boxes(typed)).toBe(0);
      const answers = await Promise.all([pressed, typed].map((card) => card.innerText()));
      const history = await chat.history();

      await other.card(/machine/);
      expect(await other.history()).toEqual(history);
      expect(await other.cards.nth(1).innerText()).toBe(answers[0]);
      expect(await other.cards.nth(2).innerText()).toBe(answers[1]);

      await page.reload();
      await chat.launcher.click();
      await chat.cards.nth(3).waitFor();
      expect(await chat.history()).toEqual(history);
      expect(await pressed.innerText()).toBe(answers[0]);
      expect(await typed.innerText()).toBe(answers[1]);
      expect(await boxes(chat.cards.nth(3))).toBeGreaterThan(0);
      expect(troubles).toEqual([]);
      await leave();
    },
  );
});
