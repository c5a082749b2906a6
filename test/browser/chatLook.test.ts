import type { Page } from 'playwright-core';
import { aServer } from '../support/server';
import { aChatter } from './aChatter';
import { type ChatDriver, fillDetails } from './chatDriver';
import { faults } from './faults';
import { inBrowser } from './support';

jest.setTimeout(120_000);

inBrowser('how the chat looks', aServer, (stage) => {
  test.each(['fr', 'en'] as const)(
    'is accessible with every card in light and dark, and fits 320 pixels (%s)',
    async (locale) => {
      const { page, chat, troubles, leave } = await aChatter(stage.browser, {
        url: stage.server.url,
        locale,
      });
      const found: string[] = [];
      const look = async (card: string, part?: string) =>
        found.push(...(await faults(page, part)).map((fault) => `${card}: ${fault}`));
      await chat.open();
      for await (const card of everyCard(chat, locale, `zoe.${locale}`)) {
        await markNewest(page);
        await look(card, newest);
      }
      await look('all');
      expect(found).toEqual([]);
      expect(troubles).toEqual([]);
      await leave();
    },
  );
});

/** From the welcome to the question whether the mail is sent again, stopping at each card. */
async function* everyCard(
  chat: ChatDriver,
  locale: 'fr' | 'en',
  person: string,
): AsyncGenerator<string> {
  const fr = locale === 'fr';
  const press = async (heading: RegExp, button: RegExp) =>
    chat.press(await chat.card(heading), button);
  yield 'welcome';
  await press(fr ? /Inscription/ : /Register/, fr ? /aide/ : /help/);
  await chat.card(fr ? /aide/ : /help/i);
  yield 'help';
  await chat.say(fr ? 'annuler' : 'cancel');
  await chat.say(fr ? 'commencer' : 'start');
  const details = fr ? /Vos renseignements/ : /Your information/;
  await chat.card(details);
  yield 'details';
  await fillDetails(await chat.card(details), locale, `${person}@gmial.com`);
  await press(details, /Contin/);
  const suggestion = fr ? /Vouliez-vous/ : /Did you mean/;
  await chat.card(suggestion);
  yield 'suggestion';
  await press(suggestion, fr ? /Oui/ : /Yes/);
  const terms = await chat.card(fr ? /Modalités/ : /terms/i);
  yield 'terms';
  await terms.getByRole('checkbox').check();
  await chat.press(terms, /Contin/);
  const machine = await chat.card(/machine/);
  yield 'machine';
  await machine.getByRole('textbox').fill('GNX13O001');
  await chat.press(machine, /Contin/);
  await chat.card(fr ? /Est-ce cette machine/ : /Is this your machine/);
  yield 'machine suggestion';
  await chat.say(fr ? 'oui' : 'yes');
  const meter = fr ? /personne-ressource/ : /meter/i;
  await chat.card(meter);
  yield 'meter contact';
  await press(meter, fr ? /^Oui/ : /^Yes/);
  const review = fr ? /Vérifiez/ : /Check/;
  await chat.card(review);
  yield 'review';
  await press(review, fr ? /^Confirmer/ : /^Confirm/);
  await chat.card(fr ? /enregistrée/ : /registered|registration/i);
  yield 'done';
  await chat.say(fr ? "je n'ai pas reçu le courriel" : 'I did not get the e-mail');
  await chat.question(fr ? /de nouveau à/ : /again to/);
  yield 'question';
}

/** Cards that were answered are looked at together, at the end. */
const newest = '#chat .ac-adaptiveCard[data-newest]';

const markNewest = (page: Page): Promise<void> =>
  page.evaluate(`[...document.querySelectorAll('#chat .ac-adaptiveCard')].forEach(
    (card, at, { length }) => card.toggleAttribute('data-newest', at === length - 1))`);
