// The tab inside Teams: takes Teams' theme and language and lets Teams open the conversation. The page is whole without it:
// outside Teams nothing of this happens, and where Teams does not answer the page stays as it is.

/** @import { app } from '@microsoft/teams-js' */

/** Teams answers within a second or not at all. */
const patienceMs = 4_000;

const root = document.documentElement;

/** In a frame, or where the telephone's Teams shows pages without one. */
const mayBeInTeams = window.parent !== window || 'nativeInterface' in window;

const library = document.querySelector('script[data-library]')?.getAttribute('data-library');

if (mayBeInTeams && library) joinTeams(library).catch(() => undefined);

/** @param {string} path */
async function joinTeams(path) {
  /** @type {{ app: typeof app }} */
  const teams = await import(path);
  await inTime(teams.app.initialize());
  const context = await inTime(teams.app.getContext());
  wear(context.app.theme);
  teams.app.registerOnThemeChangeHandler(wear);
  for (const link of document.querySelectorAll('a[data-in-teams]')) {
    link.addEventListener('click', (event) => {
      if (!(link instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      teams.app.openLink(link.href).catch(() => {
        window.open(link.href, '_blank', 'noopener');
      });
    });
  }
  root.dataset.inTeams = '';
  teams.app.notifySuccess();
  speak(context.app.locale);
}

/** @param {string} theme */
function wear(theme) {
  root.dataset.theme = theme === 'dark' || theme === 'contrast' ? theme : 'light';
}

/**
 * The language that the address asks for was chosen, by Teams or by the person: it stays.
 *
 * @param {string} locale
 */
function speak(locale) {
  const query = new URLSearchParams(location.search);
  const [language = ''] = locale.toLowerCase().split('-');
  if (isOurs(query.get('lang') ?? '') || !isOurs(language) || language === root.lang) return;
  query.set('lang', language);
  location.replace(`?${query}`);
}

/** @param {string} tag */
function isOurs(tag) {
  return /^(?:fr|en)(?![a-z])/i.test(tag);
}

/**
 * @template T
 * @param {Promise<T>} answer
 * @returns {Promise<T>}
 */
function inTime(answer) {
  return Promise.race([
    answer,
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error('Teams does not answer')), patienceMs);
    }),
  ]);
}

export {};
