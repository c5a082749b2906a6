import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { playTalk } from './support/talk';

const folder = join(__dirname, 'talks');
const talks = readdirSync(folder).filter((name) => name.endsWith('.talk'));
const rewriting = process.env.UPDATE_TALKS !== undefined && process.env.CI === undefined;

test('there are talks in both languages', () => {
  expect(talks.filter((name) => name.endsWith('.fr.talk')).length).toBeGreaterThan(12);
  expect(talks.filter((name) => name.endsWith('.en.talk')).length).toBeGreaterThan(9);
});

test.each(talks)('%s goes as it is written down', async (name) => {
  const file = join(folder, name);
  const written = readFileSync(file, 'utf8');
  const played = await playTalk(written);
  // `UPDATE_TALKS=1 npx jest talks` writes down how the talks go now, to be read in the diff.
  if (rewriting) writeFileSync(file, played);
  expect(rewriting ? played : written).toBe(played);
});
