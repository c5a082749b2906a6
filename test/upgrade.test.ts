import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WaterfallDialog } from 'botbuilder-dialogs';
import type { Button } from '../cards/buttons';
import type { Conversation } from '../src/domain/conversation';
import { aBotStage, type BotStage, type Say } from './support/bot';
import { type Step, shown } from './torture/registration';
import { moments } from './upgrade/moments';

const folder = join(__dirname, 'upgrade');
const releases = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** What a release left, as `test/upgrade/save.ts` wrote it down. */
const left = releases.flatMap((release) => {
  const { conversations }: { conversations: readonly Saved[] } = JSON.parse(
    readFileSync(join(folder, release), 'utf8'),
  );
  return conversations.map(({ moment, document }) => ({ release, moment, document }));
});

interface Saved {
  readonly moment: string;
  readonly document: Conversation;
}

const stages: BotStage[] = [];
const stage = async (): Promise<BotStage> => {
  const made = await aBotStage();
  stages.push(made);
  return made;
};

afterEach(async () => {
  await Promise.all(stages.splice(0).map(({ store }) => store.close()));
});

test('something of an earlier release was kept', () => {
  expect(left.length).toBeGreaterThan(9);
});

test.each(left)('what $release left at "$moment" goes on as if it were of today', async (saved) => {
  const { before = [], after = [] } = moments[saved.moment] ?? {};
  const expected = await play((await stage()).process().say, [...before, ...after]);
  const { store, process } = await stage();
  const { say: tell } = process();
  const offered = buttonsIn(await play(tell, before));
  await store.conversations.remove({});
  await put(store.conversations, saved.document);
  const heard = await play(tell, after, { offered, from: before.length });
  expect(linesIn(heard)).toEqual(linesIn(expected).slice(before.length));
  expect(await store.accounts.find({})).toMatchObject([{ email: 'jane@example.org' }]);
});

test.each(left)('what $release answered at "$moment" is said again', async ({ document }) => {
  const { store, process } = await stage();
  await put(store.conversations, document);
  const [answered] = document.replies;
  const again = await process().say({ id: answered?.id, text: 'once more' });
  expect(JSON.parse(answered?.activities ?? '')).toMatchObject(
    again.map(({ type, text }) => ({ type, text })),
  );
});

test('two releases whose dialogs differ answer in turn, and no version is stored', async () => {
  const { before = [], after = [] } = moments.greeted ?? {};
  const { process, stateOf, store } = await stage();
  const older = process().say;
  const newer = newerRelease(process().say);
  const expected = await play((await stage()).process().say, [...before, ...after]);
  const heard = await play(alternating(older, newer), [...before, ...after]);
  expect(linesIn(heard)).toEqual(linesIn(expected));
  expect(JSON.parse(await stateOf('test|talk')).stack).not.toHaveProperty('version');
  expect(JSON.stringify(JSON.parse(await stateOf('test|talk')).stack)).not.toContain('"version"');
  expect(await store.accounts.count({})).toBe(1);
});

describe('what a newer release left', () => {
  const talk = async (change: (state: ReturnType<typeof JSON.parse>) => void) => {
    const at = await stage();
    const { say: tell } = at.process();
    await play(tell, moments.machine?.before ?? []);
    const state = JSON.parse(await at.stateOf('test|talk'));
    change(state);
    await at.store.conversations.change(
      { _id: 'test|talk' },
      { $set: { state: JSON.stringify(state) } },
    );
    return { ...at, tell };
  };

  test('stays where this one does not know it', async () => {
    const { tell, stateOf } = await talk(({ memory }) => {
      memory.tone = 'formal';
      memory.registration.badge = { of: '1947' };
    });
    await tell({ text: 'GNX130001' });
    const { memory } = JSON.parse(await stateOf('test|talk'));
    expect(memory).toMatchObject({ tone: 'formal', registration: { badge: { of: '1947' } } });
    expect(memory.registration.draft.serial).toBe('GNX130001');
  });

  test('a dialog that this one does not have: the open question goes on', async () => {
    const { tell } = await talk(({ stack }) => {
      stack.dialogStack[0].state.dialogs.dialogStack.push({ id: 'survey', state: {} });
    });
    const [reply] = await tell({ text: 'GNX130001' });
    expect(reply?.text).toContain('personne-ressource');
  });

  test('other dialogs altogether: the open question goes on', async () => {
    const { tell } = await talk(({ stack }) => {
      stack.dialogStack[0].state.dialogs.dialogStack = [{ id: 'enrolment', state: {} }];
    });
    const [reply] = await tell({ text: 'GNX130001' });
    expect(reply?.text).toContain('personne-ressource');
  });

  test('a step that this one does not have: the open question goes on', async () => {
    const { tell } = await talk(({ stack }) => {
      stack.dialogStack[0].state.dialogs.dialogStack[0].state.stepIndex = 9;
    });
    const [reply] = await tell({ text: 'GNX130001' });
    expect(reply?.text).toContain('personne-ressource');
  });

  test('a memory of another shape: the conversation begins anew with the facts', async () => {
    const { tell, stateOf } = await talk((state) => {
      state.memory.version = 2;
      state.memory.registration.draft.sincerity = 11;
      state.memory.registration.draft.unit = 4;
      delete state.memory.registration.rejected;
    });
    const [reply] = await tell({ text: 'aide' });
    expect(reply?.text).toMatch(/^Désolé, j'ai perdu le fil .* gardé vos réponses/);
    expect(reply?.text).toContain('modalités');
    const { memory } = JSON.parse(await stateOf('test|talk'));
    expect(memory.registration.draft).toMatchObject({ city: 'Laval', email: 'jane@example.org' });
    expect(memory.registration.draft).not.toHaveProperty('sincerity');
    const [next] = await tell({ text: "j'accepte" });
    expect(next?.text).toContain('numéro de série');
    expect(next?.text).not.toContain('perdu le fil');
  });
});

test.each(['{"memory":', 'null', '[]', '{"memory":{"version":1}}', '7'])(
  'a stored state that is "%s" locks nobody out',
  async (state) => {
    const { store, process } = await stage();
    const { say: tell } = process();
    await tell({ text: 'bonjour' });
    await store.conversations.change({ _id: 'test|talk' }, { $set: { state } });
    const [reply] = await tell({ text: 'bonjour' });
    expect(reply?.text).toMatch(/^Désolé, j'ai perdu le fil de notre conversation. Reprenons\./);
    const [next] = await tell({ text: 'commencer' });
    expect(next?.text).toContain('Quel est votre nom');
  },
);

const put = (conversations: BotStage['store']['conversations'], document: Conversation) =>
  conversations.add({ ...document, touchedAt: new Date(document.touchedAt) });

interface Earlier {
  readonly offered: readonly Button[];
  readonly from: number;
}

type Heard = ReturnType<typeof shown>;

const linesIn = (heard: readonly Heard[]) => heard.map(({ lines }) => lines);
const buttonsIn = (heard: readonly Heard[]) => heard.flatMap(({ offered }) => offered);

const play = async (
  tell: Say,
  steps: readonly Step[],
  { offered, from }: Earlier = { offered: [], from: 0 },
): Promise<readonly Heard[]> => {
  const heard: Heard[] = [];
  for (const [index, step] of steps.entries()) {
    const buttons = [...offered, ...buttonsIn(heard)];
    const activities = await tell({ id: `activity-${from + index}`, ...step(buttons) });
    heard.push(shown({ activities }));
  }
  return heard;
};

const alternating = (one: Say, other: Say): Say => {
  let turn = 0;
  return (activity) => {
    turn += 1;
    return turn % 2 === 0 ? other(activity) : one(activity);
  };
};

/** A release whose waterfall has another number of steps, which is all that its version tells. */
const newerRelease =
  (tell: Say): Say =>
  async (activity) => {
    const version = jest
      .spyOn(WaterfallDialog.prototype, 'getVersion')
      .mockReturnValue('registration:7');
    try {
      return await tell(activity);
    } finally {
      version.mockRestore();
    }
  };
