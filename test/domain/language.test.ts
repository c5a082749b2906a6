import { spokenLanguage } from '../../src/domain/language';
import { wordsOf } from '../../src/domain/phrases/words';

test.each([
  ['bonjour', 'fr'],
  ['Je voudrais m’inscrire', 'fr'],
  ['mon courriel est jane@example.org', 'fr'],
  ['oui', 'fr'],
  ['c’est 514 555-0123', 'fr'],
  ['hello', 'en'],
  ['I would like to register', 'en'],
  ['my email is jane@example.org', 'en'],
  ['yes please', 'en'],
  ['it’s 514 555-0123', 'en'],
  ['Jane Tremblay', undefined],
  ['Marie de la Durantaye', undefined],
  ['12 rue des Érables, Laval QC', undefined],
  ['1200 Main Street, Toronto', undefined],
  ['4500 boulevard Saint-Jean-sur-Richelieu Est', undefined],
  ['jane@example.org', undefined],
  ['GNX130001', undefined],
  ['ok', undefined],
  ['', undefined],
])('hears that « %s » is in %s', (text, language) => {
  expect(spokenLanguage(wordsOf(text))).toBe(language);
});
