import { argon2 } from '../../src/services/argon2';

const settings = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;

test('opens its own hash with the same password only', async () => {
  const hash = await argon2.hash('Érable-Bleu-4827!');
  expect(hash).toMatch(settings);
  expect(await argon2.verify(hash, 'Érable-Bleu-4827!')).toBe(true);
  expect(await argon2.verify(hash, 'Érable-Bleu-4827?')).toBe(false);
});

test('has a decoy that costs what the others cost and opens with nothing', async () => {
  expect(argon2.decoy).toMatch(settings);
  expect(argon2.decoy).toHaveLength((await argon2.hash('x')).length);
  expect(await argon2.verify(argon2.decoy, '')).toBe(false);
});
