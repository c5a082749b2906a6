import { join } from 'node:path';
import { root } from '../src/root';
import { bundle } from './bundle';
import { compileAhead } from './compileAhead';
import { packTeamsJs } from './packTeamsJs';
import { packWebChat } from './packWebChat';

/** `npm run build`: what production runs, in dist, and what is packed for the browser: Web Chat, and Microsoft's library for the tab in Teams. */
const run = async (): Promise<void> => {
  const from = join(root, 'node_modules/botframework-webchat');
  const to = join(root, 'public/vendor');
  const packed = await packWebChat({ from, to });
  if (packed === 'missing') {
    throw new Error('botframework-webchat is missing: build where npm ci has installed everything');
  }
  if (packed === 'packed') console.log('Web Chat was packed for the browser.');
  await packTeamsJs({ to });
  await bundle();
  if ((await compileAhead()) === 'not kept') {
    console.log('The bundle could not be run here: it will start a third slower.');
  }
};

void run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
