import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { staff } from '../../src/cli/staff';
import type { Locale } from '../../src/domain/locale';
import { root } from '../../src/root';
import { texts } from '../../src/text/texts';
import { noon } from '../support/clock';
import { aConsent, aDraft, aHelpRequest, anAccount } from '../support/makers';
import { aFolder, openStore } from '../support/stores';

const header = 'serial,model,customer_number,customer_name,site_city,partner';

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeEach(async () => {
  folder = await aFolder();
});
afterEach(() => folder.remove());

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const say = async (line: string, locale: Locale = 'en', env = {}): Promise<Said> => {
  const said = { out: '', err: '' };
  const code = await staff(
    {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      drawsProgress: false,
      env: { DATA_DIR: folder.path, ...env },
      locale,
      texts: texts[locale],
    },
    line.split(' ').filter((word) => word !== ''),
  );
  return { code, ...said };
};

const aFile = async (content: string): Promise<string> => {
  const file = join(folder.path, 'list.csv');
  await writeFile(file, content);
  return file;
};

const objects = (out: string) =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

const fill = async () => {
  const store = await openStore(folder.path);
  await store.accounts.add(
    anAccount({
      extension: '12',
      meterContactWanted: ['GNX130001'],
      consents: [aConsent({ activityId: 'a1' })],
    }),
  );
  await store.accounts.add(
    anAccount({
      _id: 'r2',
      email: 'zoe@example.org',
      emailKey: 'zoe@example.org',
      mails: {},
      createdAt: new Date(noon.getTime() + 1),
    }),
  );
  await store.helpRequests.add(
    aHelpRequest({
      draft: { givenName: aDraft().givenName },
      description: 'Ligne un\n\u001b[31mrouge',
      mails: {
        'staff-1': {
          kind: 'helpRequest',
          to: 'aide@example.org',
          locale: 'fr',
          state: 'abandoned',
          reason: 'HTTP 400',
          attempts: 1,
          createdAt: noon,
        },
      },
    }),
  );
  await store.close();
};

describe('machines import', () => {
  it('says what it did', async () => {
    const file = await aFile(`${header}\nGNX130001,AltaLink C8155,1,Exemple,Laval,\nABC,M,,,,\n`);
    const { code, out, err } = await say(`machines import ${file}`);
    expect(code).toBe(0);
    expect(out).toBe(
      'Rows read           2\nMachines added      1\nMachines changed    0\nMachines unchanged  0\nRows refused        1\n',
    );
    expect(err).toMatch(/^Line 3 refused: the serial number does not look like one/);
  });

  it('writes one JSON object', async () => {
    const file = await aFile(`${header}\nGNX130001,M,,,,\nABC,M,,,,\n`);
    const { out, err } = await say(`machines import ${file} --json`, 'fr');
    expect(objects(out)).toEqual([
      {
        dryRun: false,
        read: 2,
        added: 1,
        changed: 0,
        unchanged: 0,
        refused: 1,
        refusals: [
          { line: 3, reason: 'serialForm', message: expect.stringContaining('GNX130001') },
        ],
      },
    ]);
    expect(err).toBe('');
  });

  it('changes nothing in a dry run', async () => {
    const file = await aFile(`${header}\nGNX130001,M,,,,\n`);
    expect((await say(`machines import ${file} --dry-run`)).out).toMatch(/^Dry run only/);
    expect((await say('machines show GNX130001')).code).toBe(1);
  });

  test.each([
    ['', 'The file is empty.'],
    ['serial;model\n', 'Columns are missing from the first line: customer_number, customer_name'],
  ])('refuses the file %j', async (content, sentence) => {
    const { code, out, err } = await say(`machines import ${await aFile(content)} --json`);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
  });

  it('says that there is no such file', async () => {
    expect(await say('machines import /nowhere.csv')).toEqual({
      code: 1,
      out: '',
      err: 'The file "/nowhere.csv" cannot be read (ENOENT).\n',
    });
  });
});

describe('machines show', () => {
  it('finds a machine however its serial number is written', async () => {
    await say(`machines import ${await aFile(`${header}\nHFT-13689,M,7,Ex,Laval,Pat\n`)}`);
    expect(objects((await say('machines show hft13689 --json')).out)).toEqual([
      {
        serial: 'HFT-13689',
        model: 'M',
        customerNumber: '7',
        customerName: 'Ex',
        siteCity: 'Laval',
        partner: 'Pat',
      },
    ]);
    expect((await say('machines show HFT-13689', 'fr')).out).toMatch(
      /^Numéro de série {3}HFT-13689\n/,
    );
  });
});

describe('accounts', () => {
  const jane = {
    email: 'jane@example.org',
    givenName: 'Jane',
    familyName: 'Tremblay',
    address: {
      street: '12 rue des Érables',
      unit: '4',
      city: 'Laval',
      region: 'QC',
      postalCode: 'H7A 1A1',
      country: 'CA',
    },
    phone: '+15145550123',
    extension: '12',
    locale: 'fr',
    status: 'invited',
    origin: 'self',
    machines: ['GNX130001'],
    meterContact: [],
    meterContactWanted: ['GNX130001'],
    consents: [
      {
        version: '2026-11',
        hash: aConsent().hash,
        locale: 'fr',
        shownAt: noon.toISOString(),
        acceptedAt: noon.toISOString(),
        channel: 'emulator',
      },
    ],
    mails: [{ id: 'registration-1.activation-1', kind: 'activation', state: 'queued' }],
  };

  it('shows an account on one line, in exactly this shape, however its address is written', async () => {
    await fill();
    const { code, out, err } = await say('accounts show JANE@example.org --json');
    expect([code, err, out.split('\n')]).toEqual([0, '', [expect.any(String), '']]);
    expect(objects(out)).toEqual([jane]);
  });

  it('lists one object a line', async () => {
    await fill();
    expect(objects((await say('accounts list --json')).out)).toMatchObject([
      jane,
      { email: 'zoe@example.org', mails: [] },
    ]);
  });

  it('shows an account to people', async () => {
    await fill();
    const { out } = await say('accounts show jane@example.org', 'fr');
    expect(out).toContain('registration-1.activation-1  queued');
    expect(out).toContain('12 rue des Érables, #4, Laval, QC, H7A 1A1, CA');
  });

  test.each(['--json', ''])('says with exit code 1 that there is none (%s)', async (option) => {
    expect(await say(`accounts show nobody@example.org ${option}`)).toEqual({
      code: 1,
      out: '',
      err: 'No account has the address "nobody@example.org".\n',
    });
  });

  test.each(['accounts list --json', 'mails list --json', 'help list --json'])(
    'writes nothing for an empty %s',
    async (line) => {
      expect(await say(line)).toEqual({ code: 0, out: '', err: '' });
    },
  );
});

describe('accounts resend', () => {
  it('queues a new activation mail, and the older link is dead', async () => {
    await fill();
    const { code, out, err } = await say('accounts resend JANE@example.org', 'fr');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Un nouvel e-mail d'activation est en attente pour jane@example\.org /);
    const store = await openStore(folder.path);
    const [account] = await store.accounts.find({ _id: 'registration-1' });
    await store.close();
    expect(account).toMatchObject({ generation: 2, mailDueAt: expect.any(Date) });
  });

  it('prints JSON alone', async () => {
    await fill();
    expect(objects((await say('accounts resend jane@example.org --json')).out)).toEqual([
      { id: 'registration-1.activation-2', kind: 'activation', state: 'queued' },
    ]);
  });

  it('sends nothing to an account that is active', async () => {
    await fill();
    const store = await openStore(folder.path);
    await store.accounts.change({ _id: 'registration-1' }, { $set: { status: 'active' } });
    await store.close();
    const { code, out, err } = await say('accounts resend jane@example.org');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('is active already');
    expect(objects((await say('mails list --json')).out)).toHaveLength(2);
  });

  it('says with exit code 1 that there is none', async () => {
    expect(await say('accounts resend nobody@example.org --json')).toEqual({
      code: 1,
      out: '',
      err: 'No account has the address "nobody@example.org".\n',
    });
  });
});

describe('mails list', () => {
  const states = async (option: string) => objects((await say(`mails list --json ${option}`)).out);

  it('lists one object a line, in the given state only, without contents', async () => {
    await fill();
    const created = noon.toISOString();
    const queued = {
      id: 'registration-1.activation-1',
      kind: 'activation',
      to: 'jane@example.org',
      locale: 'fr',
      state: 'queued',
      attempts: 0,
      createdAt: created,
    };
    const abandoned = {
      id: 'D-482913.staff-1',
      kind: 'helpRequest',
      to: 'aide@example.org',
      locale: 'fr',
      state: 'abandoned',
      reason: 'HTTP 400',
      attempts: 1,
      createdAt: created,
    };
    expect(await states('')).toEqual([queued, abandoned]);
    expect(await states('--state queued')).toEqual([queued]);
    expect(await states('--state delivered')).toEqual([]);
  });

  it('shows people a table', async () => {
    await fill();
    expect((await say('mails list --state abandoned')).out.split('\n').slice(0, 3)).toEqual([
      'Id                Kind         To                State                 Tries  Created',
      '────────────────  ───────────  ────────────────  ────────────────────  ─────  ────────────────────────',
      'D-482913.staff-1  helpRequest  aide@example.org  abandoned (HTTP 400)  1      2026-11-24T12:00:00.000Z',
    ]);
  });

  it('refuses a state that does not exist', async () => {
    const { code, err } = await say('mails list --state lost');
    expect(code).toBe(1);
    expect(err).toContain('queued, accepted, delivered, bounced, dropped, abandoned');
  });
});

describe('mails show, retry and abandon', () => {
  const abandoned = 'D-482913.staff-1';
  const queued = 'registration-1.activation-1';

  it('shows a mail on one line, without its content', async () => {
    await fill();
    const { code, out } = await say(`mails show ${abandoned} --json`);
    expect([code, objects(out)]).toEqual([
      0,
      [
        {
          id: abandoned,
          kind: 'helpRequest',
          to: 'aide@example.org',
          locale: 'fr',
          state: 'abandoned',
          reason: 'HTTP 400',
          attempts: 1,
          createdAt: noon.toISOString(),
        },
      ],
    ]);
  });

  it('shows a mail to people, without what the person wrote', async () => {
    await fill();
    const { out } = await say(`mails show ${abandoned}`);
    expect(out).toMatch(/^Reason {2,}HTTP 400$/m);
    expect(out).toMatch(/^Content {2,}never shown/m);
    expect(out).not.toContain('Ligne un');
  });

  it('queues an abandoned mail again, and says so however often it is asked', async () => {
    await fill();
    expect(objects((await say(`mails retry ${abandoned} --json`)).out)).toMatchObject([
      { id: abandoned, state: 'queued', attempts: 1 },
    ]);
    expect((await say(`mails retry ${abandoned}`)).out).toContain('is queued already');
    expect(objects((await say('mails list --state queued --json')).out)).toHaveLength(2);
  });

  it('abandons a queued mail', async () => {
    await fill();
    expect((await say(`mails abandon ${queued}`, 'fr')).out).toContain('est abandonné');
    expect((await say(`mails abandon ${queued}`, 'fr')).out).toContain('était déjà abandonné');
    expect(objects((await say(`mails show ${queued} --json`)).out)).toMatchObject([
      { state: 'abandoned', reason: 'by staff' },
    ]);
  });

  it('refuses to send secrets again that are no good any more', async () => {
    await fill();
    const store = await openStore(folder.path);
    const state = 'mails.activation-1.state';
    await store.accounts.change(
      { _id: 'registration-1' },
      { $set: { [state]: 'abandoned', generation: 2 } },
    );
    await store.close();
    const { code, out, err } = await say(`mails retry ${queued} --json`);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('accounts resend');
  });

  test.each(['show', 'retry', 'abandon'])(
    'says with exit code 1 that there is none to %s',
    async (word) => {
      await fill();
      expect(await say(`mails ${word} registration-1.activation-7 --json`)).toEqual({
        code: 1,
        out: '',
        err: 'No e-mail has the id "registration-1.activation-7".\n',
      });
    },
  );
});

describe('help', () => {
  it('shows and closes a request', async () => {
    await fill();
    expect(objects((await say('help show 482913 --json')).out)).toMatchObject([
      {
        id: 'D-482913',
        status: 'open',
        description: 'Ligne un\n\u001b[31mrouge',
        draft: { givenName: 'Jane' },
      },
    ]);
    expect((await say('help close d-482913')).out).toBe('Request D-482913 is closed.\n');
    expect((await say('help close D-482913')).out).toBe('Request D-482913 was closed already.\n');
    expect(objects((await say('help list --json')).out)).toMatchObject([
      { id: 'D-482913', status: 'closed', closedAt: expect.any(String) },
    ]);
  });

  it('answers when it closes, once', async () => {
    await fill();
    const close = (message: string) => say(`help close D-482913 --message ${message}`);
    expect((await close('Behind.')).out).toBe(
      'Request D-482913 is closed. The answer is queued.\n',
    );
    expect((await close('Behind.')).out).toBe('Request D-482913 was closed already.\n');
    expect(await close('Below.')).toMatchObject({
      code: 1,
      out: '',
      err: 'Request D-482913 was closed already: the answer was sent to nobody.\n',
    });
    expect(objects((await say('help show D-482913 --json')).out)).toMatchObject([
      {
        status: 'closed',
        answer: 'Behind.',
        mails: expect.arrayContaining([
          { id: 'D-482913.answer-1', kind: 'helpAnswer', state: 'queued' },
        ]),
      },
    ]);
  });

  it.each(['', 'x'.repeat(4_001)])(
    'refuses an answer that cannot be sent (%#)',
    async (message) => {
      await fill();
      const { code, err } = await say(`help close D-482913 --message=${message}`);
      expect([code, err]).toEqual([1, 'The answer is empty or longer than 4,000 characters.\n']);
      expect((await say('help show D-482913')).out).toContain('open');
    },
  );

  it('gives what people typed no power over the terminal', async () => {
    await fill();
    expect((await say('help show D-482913')).out).not.toContain('\u001b');
    expect((await say('help list')).out).not.toContain('\u001b');
  });

  test.each(['show', 'close'])('says with exit code 1 that there is none to %s', async (word) => {
    const { code, out, err } = await say(`help ${word} D-1`);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe('No help request has the number "D-1".\n');
  });
});

it('says who has the data and stops while the server runs', async () => {
  const store = await openStore(folder.path);
  const { code, out, err } = await say('accounts list --json');
  await store.close();
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(`process ${process.pid}`);
});

it('lists every problem of the configuration', async () => {
  const { code, err } = await say('accounts list', 'en', { PORT: 'x', LOG_LEVEL: 'x' });
  expect(code).toBe(1);
  expect(err).toMatch(/PORT .*\n.*LOG_LEVEL /);
});

test.each([
  ['machines bogus', 'There is no such command'],
  ['bogus', 'There is no such command'],
  ['accounts show', 'An argument is missing'],
  ['accounts list extra', 'There are too many arguments'],
  ['accounts list --bogus', 'There is no such option'],
  ['mails list --state', "An option's value is missing"],
])('answers "%s" with a sentence', async (line, sentence) => {
  const { code, out, err } = await say(line);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(sentence);
});

test.each([
  '',
  'machines',
  'machines import',
  'machines show',
  'accounts',
  'accounts list',
  'accounts show',
  'accounts resend',
  'mails',
  'mails list',
  'mails show',
  'mails retry',
  'mails abandon',
  'help',
  'help list',
  'help show',
  'help close',
])('explains "%s" in French', async (line) => {
  const { code, out } = await say(`${line} --help`, 'fr');
  expect(code).toBe(0);
  expect(out).toMatch(/^Utilisation\u00a0: npm run staff -- /);
  expect(out).toContain("affiche l'aide");
});

it('prints no secret: no command reads the key file', async () => {
  await writeFile(join(folder.path, 'secret-keys'), 'k'.repeat(40));
  await fill();
  const lines = ['accounts list --json', 'accounts show jane@example.org', 'mails list --json'];
  for (const line of lines) expect((await say(line)).out).not.toContain('kkkk');
  expect(await readFile(join(folder.path, 'secret-keys'), 'utf8')).toBe('k'.repeat(40));
});

test('ends quietly when the reader of its output has seen enough', async () => {
  const store = await openStore(folder.path);
  for (let n = 0; n < 300; n += 1) {
    await store.accounts.add(anAccount({ _id: `registration-${n}`, emailKey: `${n}@example.org` }));
  }
  await store.close();
  const { stderr } = await promisify(execFile)(
    'sh',
    ['-c', 'node_modules/.bin/tsx src/cli.ts accounts list --json | true'],
    { cwd: root, env: { ...process.env, DATA_DIR: folder.path } },
  );
  expect(stderr).toBe('');
}, 60_000);
