import { terminalLocale } from '../../src/cli/terminalLocale';

test.each([
  [{}, 'fr'],
  [{ LANG: 'en_CA.UTF-8' }, 'en'],
  [{ LANG: 'en' }, 'en'],
  [{ LANG: 'fr_CA.UTF-8' }, 'fr'],
  [{ LANG: 'C.UTF-8' }, 'fr'],
  [{ LANG: 'enm_XX' }, 'fr'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'fr_CA.UTF-8' }, 'fr'],
  [{ LANG: 'fr_CA.UTF-8', LC_ALL: 'en_CA.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: '' }, 'en'],
])('reads %j as %s', (env, locale) => {
  expect(terminalLocale(env)).toBe(locale);
});
