import { drawn, type Sketch, sketch } from '../../cards/draw';
import { termsCard } from '../../cards/render';
import { locales } from '../../src/domain/locale';
import { terms } from '../../src/text/terms';
import { texts } from '../../src/text/texts';

const url = 'https://portal.example.org/terms?lang=fr';

/** As they come back from the store. */
const kept = (attachment: object): Sketch => JSON.parse(JSON.stringify(attachment));

describe.each(locales)('The terms in %s', (locale) => {
  const { version } = terms[locale];

  test('are drawn from what is kept of them', () => {
    const small = kept(sketch('terms', locale, { at: 3, version, seen: false, url }));
    expect(JSON.stringify(small).length).toBeLessThan(250);
    expect(drawn(small)).toEqual(termsCard(texts[locale], { at: 3, terms: terms[locale], url }));
  });

  test('are only asked about once they were seen', () => {
    const card = drawn(kept(sketch('terms', locale, { at: 4, version, seen: true, url })));
    expect(card).toEqual(
      termsCard(texts[locale], { at: 4, terms: { ...terms[locale], sections: [] }, url }),
    );
  });

  test('that an earlier release kept word for word are drawn as they were', () => {
    const text = { ...terms[locale], version: '2025-01', title: 'Avant' };
    const card = drawn(kept(sketch('terms', locale, { at: 5, terms: text, url })));
    expect(card).toEqual(termsCard(texts[locale], { at: 5, terms: text, url }));
  });

  test('that are no longer in force are left to the words of the message', () => {
    expect(drawn(sketch('terms', locale, { at: 6, version: '2025-01', seen: false, url }))).toBe(
      undefined,
    );
  });
});

test('what another release keeps under the same name is left to the words of the message', () => {
  const strange = { card: 'review', locale: 'fr', data: { at: 1, lines: 'x' } };
  expect(drawn({ contentType: 'application/vnd.registration.card', content: strange })).toBe(
    undefined,
  );
});
