import { hashOf } from '../../src/domain/terms';
import { terms } from '../../src/text/terms';

/** A changed hash means a changed text: raise the version in both languages, then write the new line here. */
const published = [
  {
    locale: 'fr',
    version: '2026-11',
    hash: '95f2fb697ae5782a335b036ae42ed44aab4b1764842c7a301ccb01f1eb4524ab',
  },
  {
    locale: 'en',
    version: '2026-11',
    hash: '585269ab3b5ffd2a1d37acac515e9900b8abe73e7b9bf30a3d8101f20d62b214',
  },
] as const;

test.each(published)(
  'publishes the $locale text of version $version unchanged',
  ({ locale, version, hash }) => {
    expect(terms[locale]).toMatchObject({ locale, version });
    expect(hashOf(terms[locale])).toBe(hash);
  },
);

test('says the same in both languages, section by section and paragraph by paragraph', () => {
  const shape = ({ sections }: typeof terms.fr) =>
    sections.map(({ paragraphs }) => paragraphs.length);
  expect(shape(terms.en)).toEqual(shape(terms.fr));
  expect(terms.en.version).toBe(terms.fr.version);
  expect(terms.en.effectiveOn).toBe(terms.fr.effectiveOn);
});

const small = {
  version: '1',
  locale: 'fr',
  effectiveOn: '2026-11-01',
  title: 'Titre',
  sections: [{ heading: 'Objet', paragraphs: ['Un.', 'Deux.'] }],
} as const;

test.each([
  { what: 'version', changed: { ...small, version: '2' } },
  { what: 'language', changed: { ...small, locale: 'en' as const } },
  { what: 'date', changed: { ...small, effectiveOn: '2026-11-02' } },
  { what: 'title', changed: { ...small, title: 'titre' } },
  {
    what: 'heading',
    changed: { ...small, sections: [{ heading: 'Objet ', paragraphs: ['Un.', 'Deux.'] }] },
  },
  {
    what: 'character',
    changed: { ...small, sections: [{ heading: 'Objet', paragraphs: ['Un.', 'Deux!'] }] },
  },
  {
    what: 'border between paragraphs',
    changed: { ...small, sections: [{ heading: 'Objet', paragraphs: ['Un.Deux.'] }] },
  },
  {
    what: 'border between sections',
    changed: {
      ...small,
      sections: [
        { heading: 'Objet', paragraphs: ['Un.'] },
        { heading: 'Deux.', paragraphs: [] },
      ],
    },
  },
])('hashes another $what to something else', ({ changed }) => {
  expect(hashOf(changed)).not.toBe(hashOf(small));
});

test('hashes alike whatever the order of keys', () => {
  const { sections, title, ...rest } = small;
  expect(hashOf({ title, sections, ...rest })).toBe(hashOf(small));
});

test.each(['fr', 'en'] as const)('fits into a card in %s', (locale) => {
  expect(JSON.stringify(terms[locale]).length).toBeLessThan(9_000);
});

test('keeps French punctuation on its line', () => {
  const written = JSON.stringify(terms.fr);
  expect(written).not.toMatch(/ [:;?!»]|« /);
});
