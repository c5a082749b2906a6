import type { Browser } from 'playwright-core';
import { type ChatDriver, chatOn } from './chatDriver';
import { aVisitor, type Visit, type Visitor } from './support';

export interface Chatter extends Visitor {
  readonly chat: ChatDriver;
}

/** A visitor in front of the login page, where the chat is. */
export const aChatter = async (browser: Browser, visit: Visit): Promise<Chatter> => {
  const visitor = await aVisitor(browser, visit);
  await visitor.page.goto('/');
  return { ...visitor, chat: chatOn(visitor.page) };
};
