import { join } from 'node:path';
import { packWebChat } from './packWebChat';
import { root } from './root';

/** The last step of `npm run build`. */
const pack = async (): Promise<void> => {
  const from = join(root, 'node_modules/botframework-webchat');
  const done = await packWebChat({ from, to: join(root, 'public/vendor') });
  if (done === 'packed') process.stdout.write('Web Chat was packed for the browser.\n');
  if (done === 'missing')
    throw new Error('botframework-webchat is missing: build where npm ci has installed everything');
};

void pack().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
