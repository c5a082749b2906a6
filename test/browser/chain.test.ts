import { aChatter } from './aChatter';
import { fillDetails } from './chatDriver';
import { faults } from './faults';
import { readMail } from './mailbox';
import { aRestartable } from './restartable';
import { inBrowser } from './support';
import { toHome } from './toHome';

jest.setTimeout(120_000);

inBrowser('from the login page to the signed-in home', aRestartable, (stage) => {
  const visit = (locale: 'fr' | 'en') => aChatter(stage.browser, { url: stage.server.url, locale });

  test('in French with the cards, a reload, a restart, and a scanner that is faster', async () => {
    const { page, chat, context, leave, troubles } = await visit('fr');
    const email = 'zoe.cartes@example.org';
    await chat.open();
    await chat.press(await chat.card(/Inscription/), /^Commencer/);
    const details = await chat.card('Vos renseignements');
    await fillDetails(details, 'fr', email);
    await chat.press(details, /^Continuer/);
    await chat.card(/Modalités/);
    await page.reload();
    await chat.open();
    const terms = await chat.card(/Modalités/);
    await terms.getByRole('checkbox').check();
    await chat.press(terms, /^Continuer/);
    const machine = await chat.card(/machine/);
    await machine.getByRole('textbox').fill('GNX130001');
    await stage.server.restart();
    await chat.press(machine, /^Continuer/);
    await chat.press(await chat.card(/personne-ressource/), /^Oui/);
    await chat.press(await chat.card('Vérifiez vos réponses'), /^Confirmer/);
    await chat.card(/enregistrée/);
    await chat.hears(`Un e-mail d'activation a été envoyé à ${email}.`);

    const outbox = await context.newPage();
    const mail = await readMail(outbox, email);
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      mail.html.getByRole('link', { name: 'Activer mon compte' }).click(),
    ]);
    await opened.getByRole('heading', { name: 'Activez votre compte' }).waitFor();
    expect(await scan(mail.link)).toEqual([200, 200, 200, 200, 200, 200]);
    await opened.getByRole('button', { name: 'Activer mon compte' }).click();
    await opened.getByRole('heading', { name: /Votre compte est.* activé/ }).waitFor();
    await chat.hears(activated);
    const shown = await chat.history();
    expect(shown.filter((bubble) => bubble === activated)).toEqual([activated]);
    await page.reload();
    await chat.open();
    await chat.hears(activated);
    expect(await chat.history()).toEqual(shown);
    await toHome(opened, { ...mail, locale: 'fr', email });
    expect(await opened.locator('h1').innerText()).toBe('Bonjour Zoé');
    expect(await opened.locator('main').innerText()).toContain('GNX130001');
    expect(troubles.filter(notOfARestart)).toEqual([]);
    await leave();
  });

  test('in English with words alone, a reload and a restart', async () => {
    const { page, chat, context, leave, troubles } = await visit('en');
    const email = 'zoe.words@example.org';
    await chat.open();
    await chat.say('start');
    await chat.hears(/What is your name/);
    await chat.say('Zoé Tremblay');
    await chat.hears(/What is your address/);
    await chat.say('12 Maple Street, Toronto, Ontario M5V 2T6');
    await chat.hears(/What is your e-mail/);
    await page.reload();
    await chat.open();
    await chat.hears(/What is your e-mail/);
    await chat.sayUntilTaken(email);
    await chat.hears(/What phone number/);
    await chat.say('416 555-0142');
    await chat.hears(/Here are the account management terms/);
    await stage.server.restart();
    await chat.sayUntilTaken('I accept');
    await chat.hears(/What is the serial number/);
    await chat.say('GNX130001');
    await chat.hears(/Would you like to be the meter-reading contact/);
    await chat.say('no');
    await chat.hears(/Here are your answers/);
    await chat.say('I confirm');
    await chat.hears(/your registration is recorded/);
    await chat.hears(`An activation e-mail has been sent to ${email}.`);
    for (const said of ['Zoé Tremblay', email, 'I accept', 'I confirm']) {
      expect((await chat.history()).filter((bubble) => bubble === said)).toEqual([said]);
    }

    const opened = await context.newPage();
    const mail = await readMail(opened, email);
    await opened.goto(mail.link);
    await opened.getByRole('button', { name: 'Activate my account' }).click();
    await opened.getByRole('heading', { name: 'Your account is activated' }).waitFor();
    await chat.hears('Your account is activated. You can sign in to the portal.');
    await toHome(opened, { ...mail, locale: 'en', email });
    expect(await opened.locator('h1').innerText()).toBe('Hello Zoé');
    expect(troubles.filter(notOfARestart)).toEqual([]);
    await leave();
  });

  test('with the mail sent again, then to the address that was meant; older links die', async () => {
    const { chat, context, leave, troubles } = await visit('fr');
    await chat.open();
    await chat.say(`Zoé Tremblay, 12 rue des Érables, Laval QC H7A 1A1, 514 555-0142, ${mistyped}`);
    await chat.card(/Modalités/);
    await chat.say("j'accepte");
    await chat.hears(/Quel est le numéro de série/);
    await chat.say('GNX130001');
    await chat.hears(/Voulez-vous être la personne-ressource/);
    await chat.say('non');
    await chat.hears(/Voici vos réponses/);
    await chat.say('je confirme');
    await chat.hears(`Un e-mail d'activation a été envoyé à ${mistyped}.`);
    const outbox = await context.newPage();
    const first = await readMail(outbox, mistyped);

    await chat.say("je n'ai pas reçu le courriel");
    const question = await chat.question(`l'envoie de nouveau à ${mistyped}`);
    await chat.press(question, /^Oui/);
    await chat.hears(/ne sont plus valides/);
    const second = await readMail(outbox, mistyped, 2);
    await outbox.goto(first.link);
    expect(await outbox.locator('h1').innerText()).toBe('Un e-mail plus récent vous attend');
    expect(await faults(outbox)).toEqual([]);

    await chat.say(`Je me suis trompé, mon courriel est ${meant}`);
    await chat.hears(`Un e-mail d'activation est en file d'envoi pour ${meant}.`);
    await chat.hears(`Un e-mail d'activation a été envoyé à ${meant}.`);
    const last = await readMail(outbox, meant);
    for (const { link } of [first, second]) {
      await outbox.goto(link);
      expect(await outbox.locator('h1').innerText()).toBe('Un e-mail plus récent vous attend');
      expect(await outbox.locator('main form').count()).toBe(0);
    }
    await outbox.goto(last.link);
    await outbox.getByRole('button', { name: 'Activer mon compte' }).click();
    await chat.hears(activated);
    await toHome(outbox, { ...last, locale: 'fr', email: meant });
    expect(await outbox.locator('main').innerText()).toContain(meant);
    expect(troubles).toEqual([]);
    await leave();
  });
});

const activated = 'Votre compte est activé. Vous pouvez vous connecter au portail.';
const mistyped = 'zoe.trembley@example.org';
const meant = 'zoe.tremblay@example.org';

/** What a mail scanner does with a link, without cookies: it looks, looks again, and submits the form. */
const scan = async (link: string): Promise<readonly number[]> => {
  const looks = ['GET', 'HEAD', 'GET', 'HEAD', 'GET'].map((method) => fetch(link, { method }));
  const statuses = (await Promise.all(looks)).map(({ status }) => status);
  const submitted = await fetch(link, { method: 'POST', body: new URLSearchParams() });
  return [...statuses, submitted.status];
};

/** Chromium tells of connections that end with the stage.server. */
const notOfARestart = (trouble: string): boolean =>
  !/WebSocket connection|ERR_CONNECTION_REFUSED/.test(trouble);
