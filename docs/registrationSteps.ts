import type { Page } from 'playwright-core';
import { chatOn } from '../test/browser/chatDriver';
import { readMail } from '../test/browser/mailbox';
import { toHome } from '../test/browser/toHome';
import { settled } from './settled';

export interface Step {
  readonly caption: string;
  /** PNG. */
  readonly picture: Buffer;
}

/** Several facts at once. */
export const firstSentence =
  'Je suis Zoé Tremblay, 12 rue des Pins, Laval QC H7A 1A1, 514 555-0142';

const email = 'zoe@example.org';

/** A registration in French on a narrow screen, from the login page to the signed-in home. */
export async function* registrationSteps(page: Page): AsyncGenerator<Step> {
  const chat = chatOn(page);
  const seen = async (caption: string): Promise<Step> => {
    await settled(page);
    return { caption, picture: await page.screenshot() };
  };
  await page.setViewportSize({ width: 380, height: 680 });

  await page.goto('/');
  yield seen("L'assistant s'ouvre sur la page de connexion.");

  await chat.open();
  await chat.say(firstSentence);
  await chat.card('Vos renseignements');
  yield seen('Tout se dit en une phrase\u00a0; il demande ce qui manque.');

  await chat.say(email);
  const terms = await chat.card(/Modalités/);
  yield seen("Les modalités se lisent et s'acceptent sur place.");

  await terms.getByRole('checkbox').check();
  await chat.press(terms, /Continuer/);
  await chat.card(/machine/);
  await chat.say('GNX13O001');
  const suggestion = await chat.card(/Est-ce cette machine/);
  yield seen('Une lettre pour un chiffre\u00a0: la machine est retrouvée.');

  await chat.press(suggestion, /^Oui/);
  await chat.press(await chat.card(/personne-ressource/), /^Oui/);
  const review = await chat.card(/Vérifiez/);
  yield seen('Tout se vérifie et se corrige.');

  await chat.press(review, /^Confirmer/);
  const { link, temporaryPassword } = await readMail(page, email);
  yield seen("L'e-mail d'activation, dans la boîte d'envoi locale.");

  await page.goto(new URL(link).pathname);
  yield seen('Un bouton active le compte.');

  await page.getByRole('button', { name: 'Activer mon compte' }).click();
  await toHome(page, { locale: 'fr', email, temporaryPassword });
  yield seen("Connexion, nouveau mot de passe, page d'accueil.");
}
