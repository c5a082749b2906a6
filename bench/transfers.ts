import type { Page } from 'playwright-core';

type Kind = 'html' | 'css' | 'js' | 'other';

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['Document', 'html'],
  ['Stylesheet', 'css'],
  ['Script', 'js'],
]);

export interface Transfers {
  readonly bytes: Readonly<Record<Kind, number>>;
  readonly total: number;
  readonly requests: number;
}

/** What the browser receives for a visit, headers and all, as it comes over the wire; what it still has is not a request. */
export const transfersOf = async (
  page: Page,
  visit: (page: Page) => Promise<unknown>,
): Promise<Transfers> => {
  const browser = await page.context().newCDPSession(page);
  const kindOf = new Map<string, Kind>();
  const bytes = { html: 0, css: 0, js: 0, other: 0 };
  const asked = new Set<string>();
  browser.on('Network.responseReceived', ({ requestId, type }) => {
    kindOf.set(requestId, kinds.get(type) ?? 'other');
  });
  browser.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (encodedDataLength === 0) return;
    asked.add(requestId);
    bytes[kindOf.get(requestId) ?? 'other'] += encodedDataLength;
  });
  browser.on('Network.webSocketFrameReceived', ({ requestId, response }) => {
    asked.add(requestId);
    bytes.other += Buffer.byteLength(response.payloadData);
  });
  await browser.send('Network.enable');
  await visit(page);
  await page.waitForLoadState('networkidle');
  await browser.detach();
  return {
    bytes,
    total: bytes.html + bytes.css + bytes.js + bytes.other,
    requests: asked.size,
  };
};
