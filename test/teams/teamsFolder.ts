import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillManifest } from '../../src/cli/teams/fillManifest';
import { type Localisation, sentencesOf } from '../../src/cli/teams/localisation';
import { root } from '../../src/root';

const read = (name: string): string => readFileSync(join(root, 'teams', name), 'utf8');

export const settings = {
  botId: '11111111-2222-3333-4444-555555555555',
  publicUrl: 'https://portail.example.org',
};

export const manifest = fillManifest(read('manifest.json'), settings);

export const english: Localisation = JSON.parse(read('en.json'));

/** What the menu of commands offers, in its order. */
const commandsIn = (sentences: Localisation): readonly string[] =>
  Object.entries(sentences)
    .filter(([path]) => path.endsWith('.title'))
    .map(([, title]) => title);

export const commands = { fr: commandsIn(sentencesOf(manifest)), en: commandsIn(english) };
