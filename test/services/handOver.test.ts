import type { Conversation } from '../../src/domain/conversation';
import type { HandOver, Leave } from '../../src/services/handOver';
import { makeGiveBack } from '../../src/services/limit';
import { makeHandOver } from '../../src/services/makeHandOver';
import { aStage, type Stage } from '../support/stores';

const minute = 60_000;

let stage: Stage;
let handOver: HandOver;
let slept: () => Promise<void>;

beforeEach(async () => {
  stage = await aStage();
  slept = async () => undefined;
  handOver = makeHandOver({ ...parts(), secretKeys: ['first'.repeat(8)] });
  await begin('webchat|a', 'draft');
});

afterEach(() => stage.store.close());

let made = 0;
const parts = () => ({
  ...stage.store,
  allow: stage.allow,
  giveBack: makeGiveBack(stage.store),
  clock: stage.clock,
  newCode: () => {
    made += 1;
    return `code ${made}`;
  },
  newId: () => {
    made += 1;
    return `mint-${made}`;
  },
  sleep: () => slept(),
});

const begin = (_id: string, state: string, more: Partial<Conversation> = {}) =>
  stage.store.conversations.add({
    _id,
    state,
    handled: [],
    replies: [],
    touchedAt: stage.clock(),
    ...more,
  });

const stateOf = async (_id: string) => (await stage.store.conversations.find({ _id }))[0]?.state;

/** Here a state is a word: what is moved, or "moved ID WORD" until that is settled. */
const leave: Leave = (state, id) => {
  const [moved, by, parcel] = state.split(' ');
  if (moved !== 'moved') return { kind: 'leaves', state: `moved ${id} ${state}`, parcel: state };
  if (by !== id) return { kind: 'nothing' };
  return parcel === undefined ? { kind: 'left' } : { kind: 'left', parcel };
};
const drop = (state: string) => state.split(' ').slice(0, 2).join(' ');

const mint = async (conversation = 'webchat|a'): Promise<string> => {
  const minted = await handOver.mint({ conversation });
  return minted.kind === 'minted' ? minted.code : 'limited';
};
const bring = (code: string, conversation = 'msteams|b', from?: string) =>
  handOver.bring({ code, conversation, leave, ...(from === undefined ? {} : { from }) });

test('a code brings what was begun, once, and the same conversation may ask again', async () => {
  const code = await mint();
  const brought = { kind: 'brought', id: expect.any(String), parcel: 'draft' };
  expect(await bring(code)).toEqual(brought);
  expect(await bring(code)).toEqual(brought);
  expect(await bring(code, 'msteams|c')).toEqual({ kind: 'wrong' });
  expect(await stateOf('webchat|a')).toMatch(/^moved .+ draft$/);
});

test('what was brought is kept where it came from until it has arrived for certain', async () => {
  const code = await mint();
  const brought = await bring(code);
  const id = 'id' in brought ? brought.id : '';
  expect(await handOver.settle({ id, conversation: 'msteams|b', drop })).toBe('settled');
  expect(await stateOf('webchat|a')).toBe(`moved ${id}`);
  expect(await bring(code)).toEqual({ kind: 'over', id });
  await stage.store.conversations.change({ _id: 'webchat|a' }, { $set: { state: 'another' } });
  expect(await bring(code)).toEqual({ kind: 'over', id });
  expect(await handOver.settle({ id, conversation: 'msteams|b', drop })).toBe('settled');
  expect(await stateOf('webchat|a')).toBe('another');
});

test('of two conversations that use a code at once one gets it', async () => {
  const code = await mint();
  const [one, other] = await Promise.all([bring(code), bring(code, 'msteams|c')]);
  expect([one.kind, other.kind].sort()).toEqual(['brought', 'wrong']);
});

test('a code lives fifteen minutes', async () => {
  const code = await mint();
  stage.pass(16 * minute);
  expect(await bring(code)).toEqual({ kind: 'wrong' });
  expect(await stateOf('webchat|a')).toBe('draft');
});

test('a newer code kills the older one of its conversation, and no other', async () => {
  await begin('webchat|z', 'other');
  const [older, others] = [await mint(), await mint('webchat|z')];
  const newer = await mint();
  expect(await bring(older)).toEqual({ kind: 'wrong' });
  expect(await bring(newer)).toMatchObject({ parcel: 'draft' });
  expect(await bring(others, 'msteams|c')).toMatchObject({ parcel: 'other' });
});

test('a code typed where it was given changes nothing and stays valid', async () => {
  const code = await mint();
  expect(await bring(code, 'webchat|a')).toEqual({ kind: 'own' });
  expect(await bring(code)).toMatchObject({ kind: 'brought' });
});

test('a code for what is there no more is as good as none', async () => {
  const code = await mint();
  await stage.store.conversations.change({ _id: 'webchat|a' }, { $set: { state: 'moved x' } });
  expect(await bring(code)).toEqual({ kind: 'wrong' });
});

test('neither a code nor anything of a person stands in the store', async () => {
  const code = await mint();
  await bring(code);
  const stored = JSON.stringify(await stage.store.handOvers.find({}));
  expect(stored).not.toContain(code);
  expect(stored).not.toContain('draft');
});

test('an older key still knows its codes', async () => {
  const code = await mint();
  handOver = makeHandOver({ ...parts(), secretKeys: ['newer'.repeat(8), 'first'.repeat(8)] });
  expect(await bring(code)).toMatchObject({ parcel: 'draft' });
});

describe('while the other conversation is in the middle of a turn', () => {
  const lease = (leaseUntil: Date) =>
    stage.store.conversations.change(
      { _id: 'webchat|a' },
      { $set: { leaseOwner: 'turn', leaseUntil } },
    );

  test('what that turn stores is brought, once it is over', async () => {
    const code = await mint();
    await lease(new Date(stage.clock().getTime() + minute));
    slept = async () => {
      await stage.store.conversations.change(
        { _id: 'webchat|a' },
        { $set: { state: 'more' }, $unset: { leaseOwner: true, leaseUntil: true } },
      );
    };
    expect(await bring(code)).toMatchObject({ parcel: 'more' });
  });

  test('it is said to be busy, and the code stays valid', async () => {
    const code = await mint();
    await lease(new Date(stage.clock().getTime() + minute));
    expect(await bring(code)).toEqual({ kind: 'busy' });
    stage.pass(2 * minute);
    expect(await bring(code)).toMatchObject({ parcel: 'draft' });
    // The turn that overstayed its lease finds it gone.
    const [left] = await stage.store.conversations.find({ _id: 'webchat|a' });
    expect(left).not.toHaveProperty('leaseOwner');
  });
});

describe('limits', () => {
  test('ten codes an hour for a conversation, sixty for a network', async () => {
    for (let count = 0; count < 10; count += 1) expect(await mint()).not.toBe('limited');
    expect(await mint()).toBe('limited');
    expect(await mint('webchat|z')).not.toBe('limited');
    const from = '203.0.113.9';
    for (let count = 0; count < 60; count += 1)
      expect(await handOver.mint({ conversation: `webchat|${count}`, from })).toMatchObject({
        kind: 'minted',
      });
    expect(await handOver.mint({ conversation: 'webchat|y', from })).toMatchObject({
      kind: 'limited',
    });
  });

  test('ten wrong codes in a quarter of an hour from a conversation: then the right one has to wait too', async () => {
    const code = await mint();
    for (let count = 0; count < 10; count += 1)
      expect(await bring(`wrong ${count}`)).toEqual({ kind: 'wrong' });
    expect(await bring(code)).toEqual({ kind: 'limited', until: expect.any(Date) });
    expect(await bring(code, 'msteams|c')).toMatchObject({ kind: 'brought' });
  });

  test('forty from a network, whatever its conversations', async () => {
    const from = '203.0.113.9';
    for (let count = 0; count < 40; count += 1)
      expect(await bring(`wrong ${count}`, `webchat|${count}`, from)).toEqual({ kind: 'wrong' });
    expect(await bring('wrong', 'webchat|y', from)).toMatchObject({ kind: 'limited' });
    expect(await bring('wrong', 'webchat|y', '198.51.100.7')).toEqual({ kind: 'wrong' });
  });

  test('two thousand from everywhere', async () => {
    const { allow } = stage;
    const keys: string[] = [];
    handOver = makeHandOver({
      ...parts(),
      secretKeys: ['first'.repeat(8)],
      allow: (asked) => {
        keys.push(`${asked.key} ${asked.most}`);
        return allow(asked);
      },
    });
    await bring('wrong');
    expect(keys).toContain('handOver 2000');
  });

  test('right codes use nothing up', async () => {
    for (let count = 0; count < 12; count += 1) {
      await begin(`emulator|${count}`, 'draft');
      const code = await mint(`emulator|${count}`);
      expect(await bring(code)).toMatchObject({ kind: 'brought' });
      expect(await bring(await mint(`emulator|${count}`), `emulator|${count}`)).toEqual({
        kind: 'own',
      });
    }
  });
});
