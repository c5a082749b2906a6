import type { Page } from 'playwright-core';
import { chatOn } from '../test/browser/chatDriver';
import { firstSentence } from './registrationSteps';
import { settled } from './settled';
import { webp } from './webp';

/** The login page on a desk, the chat open beside it after a first message. */
export const loginWithChat = async (page: Page): Promise<Buffer> => {
  const chat = chatOn(page);
  await page.setViewportSize({ width: 1280, height: 832 });
  await page.goto('/');
  await chat.open();
  await chat.say(firstSentence);
  await chat.card('Vos renseignements');
  await settled(page);
  return webp(page);
};
