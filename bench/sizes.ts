import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chatOn } from '../test/browser/chatDriver';
import { aVisitor, startBrowser } from '../test/browser/support';
import { theWholeWay } from '../test/browser/theWholeWay';
import { aServer } from '../test/support/server';
import { putSections } from './putSections';
import { table } from './table';
import { type Transfers, transfersOf } from './transfers';

type Visit = (page: Page) => Promise<unknown>;

/** Stops of the whole way, and how the table calls their pages. */
const stops: Readonly<Record<string, string>> = {
  'forgotten password': 'forgotten password',
  details: 'form: details',
  terms: 'form: terms',
  machine: 'form: machine',
  'meter contact': 'form: meter-reading contact',
  review: 'form: review',
  registered: 'form: registered',
  help: 'help request',
  activation: 'activation',
  'new password': 'new password',
  home: 'signed-in home',
  'the terms by themselves': 'terms',
};

interface Measured {
  readonly name: string;
  readonly first: Transfers;
  readonly second: Transfers;
}

/** By a browser that was never here, and again by the same one; what it is signed in to comes along. */
const measure = async (
  browser: Browser,
  from: BrowserContext,
  { name, url, visit }: { readonly name: string; readonly url: string; readonly visit: Visit },
): Promise<Measured> => {
  const storageState = await from.storageState();
  const context = await browser.newContext({ baseURL: url, locale: 'fr-CA', storageState });
  const once = async () => transfersOf(await context.newPage(), visit);
  const first = await once();
  const second = await once();
  await context.close();
  return { name, first, second };
};

const measureAll = async (browser: Browser, url: string): Promise<readonly Measured[]> => {
  const { page, context } = await aVisitor(browser, { url });
  const measured = (name: string, visit: Visit) => measure(browser, context, { name, url, visit });
  const done = [
    await measured('login, the chat closed', (visitor) => visitor.goto('/')),
    await measured('login, the chat opened', async (visitor) => {
      await visitor.goto('/');
      await chatOn(visitor).open();
    }),
  ];
  for await (const stop of theWholeWay({ page, url, email: 'camille.roy@gmail.com' })) {
    const name = stops[stop];
    const here = page.url();
    if (name !== undefined) done.push(await measured(name, (visitor) => visitor.goto(here)));
  }
  const missed = Object.values(stops).filter((name) => !done.some((one) => one.name === name));
  if (missed.length > 0) throw new Error(`the way does not pass by ${missed.join(', ')}`);
  return done;
};

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

const cells = ({ name, first, second }: Measured): readonly string[] => [
  name,
  ...[first.bytes.html, first.bytes.css, first.bytes.js, first.bytes.other, first.total].map(
    kilobytes,
  ),
  `${first.requests}`,
  kilobytes(second.total),
];

const main = async (): Promise<void> => {
  const [browser, server] = await Promise.all([startBrowser(), aServer()]);
  try {
    const measured = await measureAll(browser, server.url);
    putSections([
      {
        heading: 'Sizes over the wire',
        lines: [
          `KB (1,000 bytes) that Chromium ${browser.version()} receives, headers included, in French. First by a browser that was never here, then by the same one again.`,
          '"Other" is what the chat says and hears. Aims: the login page under 60 KB before the chat is opened, under 1,100 KB with it.',
          '',
          ...table(
            ['page', 'HTML', 'CSS', 'JS', 'other', 'all', 'requests', 'second visit'],
            measured.map(cells),
          ),
        ],
      },
    ]);
  } finally {
    await browser.close();
    await server.stop();
  }
};

void main();
