import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../src/root';
import { aDatabase } from '../test/support/mongod';
import { commandIn, type Instruction, pairsIn, stages } from './dockerfile';
import { isInContext } from './isInContext';

/**
 * `npm run container-rehearsal`: does in an empty folder what the Dockerfile says, instruction by instruction, then starts the result against a real
 * MongoDB, asks it, and ends it. What a container engine adds (another user, the read-only root) is looked at from outside: nothing may
 * have been written.
 */
const rehearse = async (): Promise<void> => {
  const ground = mkdtempSync(join(tmpdir(), 'container-'));
  try {
    const image = built(ground);
    await tried(image);
  } finally {
    rmSync(ground, { recursive: true, force: true });
  }
};

interface Image {
  /** Stands for "/". */
  readonly folder: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly health: readonly string[];
}

const empty = { workdir: '/', env: {}, command: [], health: [] };

const built = (ground: string): Image => {
  const images = new Map<string, Image>();
  let image: Image = { folder: ground, ...empty };
  for (const [at, { name, image: from, steps }] of stages().entries()) {
    image = { folder: join(ground, `${at}`), ...empty };
    mkdirSync(image.folder);
    console.log(`FROM ${from}: here it is Node ${process.version}`);
    for (const step of steps) image = take(step, image, images);
    images.set(name, image);
  }
  return image;
};

const take = (step: Instruction, image: Image, images: ReadonlyMap<string, Image>): Image => {
  const { does, rest, flags } = step;
  console.log(`${does} ${rest}`);
  switch (does) {
    case 'WORKDIR':
      mkdirSync(join(image.folder, rest), { recursive: true });
      return { ...image, workdir: rest };
    case 'ENV':
      return { ...image, env: { ...image.env, ...pairsIn(rest) } };
    case 'COPY':
      copy(step, image, images.get(flags.from ?? ''));
      return image;
    case 'RUN':
      execFileSync('sh', ['-c', rest], {
        cwd: join(image.folder, image.workdir),
        env: environment(image),
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return image;
    case 'CMD':
      return { ...image, command: commandIn(rest) };
    case 'HEALTHCHECK':
      return { ...image, health: commandIn(rest) };
    case 'USER':
    case 'EXPOSE':
      return image;
    default:
      throw new Error(`the rehearsal does not know ${does}`);
  }
};

const copy = ({ rest }: Instruction, image: Image, from: Image | undefined): void => {
  const words = rest.split(' ');
  const to = words.pop() ?? '';
  const target = join(image.folder, to.startsWith('/') ? '' : image.workdir, to);
  for (const source of words) {
    const path = from === undefined ? join(root, source) : join(from.folder, source);
    cpSync(path, to.endsWith('/') ? join(target, source.split('/').at(-1) ?? '') : target, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => from !== undefined || isInContext(relative(root, file)),
    });
  }
};

/** Nothing of ours gets in, but where programs and npm's settings are. Absolute paths of the image lie in its folder. */
const environment = ({ env, folder }: Image): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ...Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      value.startsWith('/') ? join(folder, value) : value,
    ]),
  ),
});

const beginMongod: () => Promise<void> = require('../test/support/mongodBegin.cjs');
const endMongod: () => Promise<void> = require('../test/support/mongodEnd.cjs');

const tried = async (image: Image): Promise<void> => {
  await beginMongod();
  const database = await aDatabase();
  const env = {
    ...environment(image),
    HOST: '127.0.0.1',
    PORT: String(20_000 + Math.floor(Math.random() * 20_000)),
    PUBLIC_URL: 'https://portail.example.org',
    SECRET_KEYS: 'rehearsal-'.repeat(4),
    MAIL_FROM: 'portail@example.org',
    HELP_MAIL_TO: 'aide@example.org',
    SMTP_URL: 'smtp://127.0.0.1:9',
    MONGODB_URI: database.uri,
    LOG_LEVEL: 'warn',
    // Nobody listens there: what is loaded for traces only has to be in the image.
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
  };
  const cwd = join(image.folder, image.workdir);
  const run = ([program = '', ...args]: readonly string[]): string =>
    execFileSync(program, args, { cwd, env, encoding: 'utf8' });
  if (!existsSync(join(cwd, 'dist/bundle.cache'))) throw new Error('nothing was compiled ahead');
  const before = filesIn(image.folder);
  const [program = '', ...args] = image.command;
  const server = spawn(program, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(server, 'exit');
  try {
    await healthy(() => run(image.health));
    console.log('healthy');
    const url = `http://127.0.0.1:${env.PORT}`;
    await assetsAnswer(url);
    run(['node', 'dist/cli.js', 'machines', 'import', 'samples/machines.csv', '--json']);
    const shown = JSON.parse(
      run(['node', 'dist/cli.js', 'machines', 'show', 'GNX130001', '--json']),
    );
    if (JSON.stringify(shown).includes('GNX130001') === false)
      throw new Error('the machine is missing');
    console.log('staff commands work from the build');
    server.kill('SIGTERM');
    const [code] = await ended;
    if (code !== 0) throw new Error(`the server ended with ${code}`);
    const written = filesIn(image.folder).filter((file) => !before.includes(file));
    if (written.length > 0) throw new Error(`written into the image: ${written.join(', ')}`);
    console.log('ended with exit code 0; nothing was written into the image');
  } finally {
    server.kill('SIGKILL');
    await database.drop();
    await endMongod();
  }
};

const healthy = async (check: () => void): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return check();
    } catch (error) {
      // Not listening yet.
      if (tries === 60) throw error;
      await wait(500);
    }
  }
};

/** The login page, and every script and style that it names. */
const assetsAnswer = async (url: string): Promise<void> => {
  const page = await (await fetch(url)).text();
  const named = page.matchAll(/(\/[\w./-]+\.(?:css|js|mjs))\b/g);
  const paths = new Set([...named].map(([, path = '']) => path));
  if (![...paths].some((path) => path.startsWith('/vendor/'))) {
    throw new Error('the login page does not name Web Chat');
  }
  for (const path of paths) {
    const { status } = await fetch(url + path);
    if (status !== 200) throw new Error(`${path} answers ${status}`);
    console.log(`200 ${path}`);
  }
};

/** With the time each was changed. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file} ${statSync(file).mtimeMs}`);

void rehearse().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
