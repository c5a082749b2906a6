import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillManifest, unfilled } from '../../src/cli/teams/fillManifest';
import { gapsIn, sentencesOf } from '../../src/cli/teams/localisation';
import { locales } from '../../src/domain/locale';
import { understand } from '../../src/domain/understand';
import { commands, english, manifest, settings } from './teamsFolder';

test('is filled in with the bot and the public address', () => {
  expect(unfilled(manifest)).toEqual([]);
  expect(manifest).toMatchObject({
    id: settings.botId,
    bots: [{ botId: settings.botId }],
    validDomains: ['portail.example.org'],
    developer: { privacyUrl: 'https://portail.example.org/terms' },
    staticTabs: [
      { entityId: 'conversations' },
      { contentUrl: 'https://portail.example.org/teams?lang={locale}&theme={theme}' },
      { entityId: 'about' },
    ],
  });
});

test('names what nothing stands for', () => {
  const name = `$${'{{TEAMS_APP_ID}}'}`;
  expect(unfilled(fillManifest(JSON.stringify({ id: name }), settings))).toEqual([name]);
});

test('is French, and everything it says is said in English too', () => {
  expect(manifest.localizationInfo).toEqual({
    defaultLanguageTag: 'fr',
    additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
  });
  expect(gapsIn(english, manifest)).toEqual({ missing: [], unknown: [] });
  const same = Object.entries(sentencesOf(manifest)).filter(
    ([path, said]) => english[path] === said,
  );
  expect(same).toEqual([]);
});

test('names the sentences that a language lacks or has too many', () => {
  const { 'name.short': _, ...rest } = english;
  const gaps = gapsIn({ ...rest, 'staticTabs[7].name': 'Seven' }, manifest);
  expect(gaps).toEqual({ missing: ['name.short'], unknown: ['staticTabs[7].name'] });
});

const meant = ['start', 'summary', 'help', 'human', 'mailAgain', 'restart', 'cancel', 'language'];

test.each(locales)(
  'the bot understands every command of the menu, also in the other language (%s)',
  (locale) => {
    for (const titles of [commands.fr, commands.en]) {
      expect(titles.map((text) => understand({ text }, { locale }).intent)).toEqual(meant);
    }
  },
);

test.each(locales)('the talk about the menu says every command (%s)', (locale) => {
  const talk = readFileSync(join(__dirname, `../talks/teams-commands.${locale}.talk`), 'utf8');
  const said = new Set(talk.split('\n'));
  expect(commands[locale].filter((title) => !said.has(`> ${title}`))).toEqual([]);
});
