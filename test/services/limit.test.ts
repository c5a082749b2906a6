import { makeGiveBack } from '../../src/services/limit';
import { aStage, type Stage } from '../support/stores';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});

const hour = 3_600_000;
const ask = (cause: string, key = 'k') => stage.allow({ key, cause, most: 3, withinMs: hour });

it('allows as many as it says and then tells until when to wait', async () => {
  const answers = await Promise.all(['a', 'b', 'c', 'd'].map((cause) => ask(cause)));
  expect(answers).toEqual(['allowed', 'allowed', 'allowed', { until: expect.any(Date) }]);
});

it('counts a repeated cause once, also when everything is used up', async () => {
  for (const cause of ['a', 'a', 'b', 'b', 'c']) await ask(cause);
  expect(await ask('a')).toBe('allowed');
  expect(await ask('d')).not.toBe('allowed');
});

it('starts over when the time is up', async () => {
  for (const cause of ['a', 'b', 'c']) await ask(cause);
  stage.pass(hour - 60_000);
  expect(await ask('d')).not.toBe('allowed');
  stage.pass(60_000);
  expect(await ask('d')).toBe('allowed');
});

it('counts each key for itself', async () => {
  for (const cause of ['a', 'b', 'c']) await ask(cause);
  expect(await ask('d', 'another')).toBe('allowed');
});

it('lets no more through when many ask at once', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => ask(`cause ${n}`)));
  expect(answers.filter((answer) => answer === 'allowed')).toHaveLength(3);
});

test.each(['a.b', '$set', 'a$b', '', '\u2028 🙂'])('takes the cause %j', async (cause) => {
  expect(await ask(cause)).toBe('allowed');
});

it('counts no use that was given back, and gives none back twice', async () => {
  const giveBack = makeGiveBack(stage.store);
  for (const cause of ['a', 'b', 'c.$']) await ask(cause);
  await Promise.all([1, 2].map(() => giveBack({ key: 'k', cause: 'c.$' })));
  await giveBack({ key: 'another', cause: 'a' });
  expect(await ask('d')).toBe('allowed');
  expect(await ask('e')).not.toBe('allowed');
});
