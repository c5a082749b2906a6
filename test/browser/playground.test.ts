import type { Activity } from 'botbuilder';
import type { Locator } from 'playwright-core';
import { aServer } from '../support/server';
import { fillDetails } from './chatDriver';
import { eventually } from './eventually';
import { aPlayground } from './playground';
import { playgroundOn } from './playgroundDriver';
import { aRedeliverer } from './redeliverer';
import { inBrowser } from './support';

jest.setTimeout(120_000);

inBrowser('in the Agents Playground, as in Teams', aServer, (stage) => {
  /** A person's own Playground; what `isTwice` names reaches the bot twice. */
  const enter = async (isTwice: (activity: Partial<Activity>) => boolean) => {
    const bot = await aRedeliverer(`${stage.server.url}/api/messages`, isTwice);
    leaving.push(bot.stop);
    const playground = await aPlayground(bot.url);
    leaving.push(playground.stop);
    const context = await stage.browser.newContext({ viewport: { width: 1280, height: 900 } });
    leaving.push(() => context.close());
    // Its fonts and animations are elsewhere.
    await context.route(
      ({ hostname }) => hostname !== '127.0.0.1',
      (route) => route.abort(),
    );
    const page = await context.newPage();
    await page.goto(playground.url);
    return { page, bot, chat: playgroundOn(page) };
  };

  const leaving: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const leave of leaving.splice(0).reverse()) await leave();
  });

  /** Where the button of the only mail to an address leads. */
  const activation = async (to: string): Promise<string> => {
    const response = await fetch(`${stage.server.url}/dev/outbox.json`);
    const mails: readonly { readonly to: string; readonly text: string }[] = await response.json();
    const links = mails
      .filter((mail) => mail.to === to)
      .map(({ text }) => /\/activate\/\S+/.exec(text)?.[0] ?? 'no link');
    expect(links).toHaveLength(1);
    return stage.server.url + links.join();
  };

  test('a registration in French, clicked, whose confirmation comes twice', async () => {
    const { page, chat, bot } = await enter(({ value }) => value?.action === 'confirm');
    const email = 'zoe.clique@example.org';
    await press(await chat.card(/^Register on/), 'Français');
    await press(await chat.card(/^Inscription au portail/), "Commencer l'inscription");
    await press(await chat.card(/^Est-ce bien vous/), 'Non');
    const details = await chat.card('Vos renseignements');
    await fillDetails(details, 'fr', email, async (card) => {
      await card.getByRole('combobox').first().click();
      await page.getByRole('option', { name: 'Québec' }).click();
    });
    await press(details, 'Continuer');
    const terms = await chat.card('Modalités de gestion des comptes');
    await terms.getByRole('checkbox').check();
    await press(terms, 'Continuer');
    const machine = await chat.card('Une machine de votre organisation');
    await machine.getByRole('textbox').fill('gnx 130001');
    await press(machine, 'Continuer');
    await press(await chat.card(/personne-ressource/), 'Oui');
    await press(await chat.card('Vérifiez vos réponses'), 'Confirmer');
    await chat.hears(`Un e-mail d'activation a été envoyé à ${email}.`);

    // What was answered says so and cannot be pressed again; the two cards of the greeting can.
    const statuses =
      '✓ Réponses notées ✓ Modalités lues et acceptées ✓ Machine choisie ✓ Oui, je serai la personne-ressource ✓ Réponses confirmées';
    expect(await eventually(chat.statuses, statuses)).toBe(statuses);
    expect(await chat.cards.filter({ has: page.getByRole('button') }).count()).toBe(2);
    expect(bot.redelivered().map(({ value }) => value?.action)).toEqual(['confirm']);
    const recorded = chat.cards.filter({ hasText: 'Votre inscription est enregistrée' });
    const [first, again, ...more] = await recorded.allInnerTexts();
    expect(again).toBe(first);
    expect(more).toEqual([]);

    const portal = await page.context().newPage();
    await portal.goto(await activation(email));
    await portal.getByRole('main').getByRole('button').click();
    await chat.hears('Votre compte est activé.');
  });

  test('a registration in English, typed, with an answer that comes twice', async () => {
    const { chat, bot } = await enter(({ text }) => text?.startsWith('12 Maple') === true);
    await chat.card(/^Register on/);
    await chat.say('start');
    await chat.card(/^Is this you/);
    await chat.say('yes');
    await chat.hears(/What is your address/);
    await chat.say('12 Maple Street, Toronto, Ontario M5V 2T6');
    await chat.hears(/What phone number/);
    await chat.say('416 555-0142, and my e-mail is alex.types@example.org');
    await chat.hears(/Here are the account management terms/);
    await chat.say('I accept');
    await chat.hears(/What is the serial number/);
    await chat.say('GNX130001');
    await chat.hears(/Would you like to be the meter-reading contact/);
    await chat.say('no');
    const review = await chat.card('Check your answers');
    const words = await review.innerText();
    for (const fact of ['Alex', 'Wilber', '12 Maple Street', '416-555-0142', 'GNX130001']) {
      expect(words).toContain(fact);
    }
    await press(review, 'Confirm');
    await chat.hears('An activation e-mail has been sent to alex.types@example.org.');
    expect(bot.redelivered().map(({ text }) => text)).toHaveLength(1);
    const status = '✓ Answers confirmed';
    expect(await eventually(chat.statuses, status)).toBe(status);
    await activation('alex.types@example.org');
  });
});

const press = (card: Locator, name: string): Promise<void> =>
  card.getByRole('button', { name }).click();
