import type { Logger } from 'pino';
import { makeLog } from '../../src/makeLog';
import { makeDeliverMail } from '../../src/services/deliverMail';
import { noMeter } from '../../src/services/meter';
import { makeTurnReport } from '../../src/services/turnReport';
import { anAccount } from '../support/makers';
import { aStage } from '../support/stores';
import { templateIn } from './template';

type Line = Readonly<Record<string, unknown>>;

/** What stands on standard output, where App Service takes its console log from. */
const logged = async (happens: (log: Logger) => unknown): Promise<readonly Line[]> => {
  const lines: Line[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  await happens(makeLog({ logLevel: 'info' }, undefined, destination));
  return lines;
};

const abandonMail = async (log: Logger) => {
  const { store, clock } = await aStage();
  await store.accounts.add(anAccount());
  const { take, deliver } = makeDeliverMail({
    collections: [store.accounts],
    compose: (_, key) => ({
      id: key,
      from: 'portail@example.org',
      replyTo: 'aide@example.org',
      to: 'jane@example.org',
      subject: 'Objet',
      html: '',
      text: '',
      locale: 'fr',
      createdAt: clock(),
    }),
    send: async () => ({ kind: 'refused', reason: '401' }),
    clock,
    random: () => 0.5,
    log,
  });
  const taken = await take();
  if (taken !== undefined) await deliver(taken);
};

const takeTurn = (log: Logger) => {
  const report = makeTurnReport({ meter: noMeter, log });
  report.meter.turn({ channel: 'msteams', outcome: 'failed', seconds: 1 });
  report.stop();
};

const failSomehow = (log: Logger) => log.error({ event: 'process.failed', error: 'TypeError' });

interface Rule {
  readonly name: string;
  readonly query: string;
}

const rules: readonly Rule[] = Object(templateIn('alerts.json').variables.rules);

const causes: Readonly<Record<string, (log: Logger) => unknown>> = {
  'abandoned-mails': abandonMail,
  'failed-turns': takeTurn,
  'slow-turns': takeTurn,
  'errors-logged': failSomehow,
};

test('every rule is tried here', () => {
  expect(rules.map(({ name }) => name)).toEqual(Object.keys(causes));
});

describe.each(rules)('$name', ({ name, query }) => {
  test('reads a line that the product writes', async () => {
    const wanted = [...query.matchAll(/entry\.(\w+)\) == '([^']+)'/g)];
    const written = await logged(causes[name] ?? (() => undefined));
    const [line, ...others] = written.filter((each) =>
      wanted.every(([, field = '', word]) => each[field] === word),
    );
    expect(others).toEqual([]);
    const read = [...query.matchAll(/entry\.(\w+)/g)].map(([, field = '']) => field);
    expect(read.length).toBeGreaterThan(0);
    expect(Object.keys(line ?? {})).toEqual(expect.arrayContaining(read));
    const least = [...query.matchAll(/entry\.(level)\) >= (\d+)/g)];
    for (const [, field = '', level] of least) expect(line?.[field]).toBe(Number(level));
  });

  test('compares a number that its query names', () => {
    expect(query).toMatch(/\bfound = [^|]+$/);
  });
});
