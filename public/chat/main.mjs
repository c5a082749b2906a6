// Loaded with the page, and small: shows the launcher, and loads the rest when the chat is opened for the first time.

/** @import { Purpose } from './types.mjs' */

const launcher = document.querySelector('[data-launcher]');

/** @type {Promise<{ open(purpose: Purpose, focus: boolean): Promise<void>, toggle(): unknown }> | undefined} */
let loading;

const chat = () => {
  loading ??= import('./window.mjs').then(({ makeChatWindow }) => makeChatWindow(launcher));
  // A page that could not load it may try again.
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
};

/** @param {Purpose} purpose */
const openChat = async (purpose, focus = true) => (await chat()).open(purpose, focus);

if (launcher instanceof HTMLButtonElement) {
  launcher.hidden = false;
  launcher.addEventListener('click', () => {
    chat().then(
      ({ toggle }) => toggle(),
      () => undefined,
    );
  });

  for (const link of document.querySelectorAll('a[data-chat]')) {
    link.addEventListener('click', (event) => {
      if (!(event instanceof MouseEvent) || opensElsewhere(event)) return;
      event.preventDefault();
      const purpose = link.getAttribute('data-chat') === 'help' ? 'help' : 'begin';
      openChat(purpose).catch(() => {
        location.assign(link.getAttribute('href') ?? '/');
      });
    });
  }

  // Where it was open before this page was loaded again, and only where it covers nothing but what it stands for: the ways to register and to ask for help.
  if (sessionStorage.getItem('chat') === 'open' && hasRoom()) {
    openChat('look', false).catch(() => undefined);
  }
}

function hasRoom() {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const edge = innerWidth - 30 * rem;
  const doors = document.querySelector('a[data-chat]')?.closest('section');
  const used = document.querySelectorAll('main :is(a, button:not([data-launcher]), input, select)');
  return [...used].every(
    (one) => doors?.contains(one) || one.getBoundingClientRect().right <= edge,
  );
}

/** @param {MouseEvent} event */
function opensElsewhere({ button, ctrlKey, metaKey, shiftKey, altKey }) {
  return button !== 0 || ctrlKey || metaKey || shiftKey || altKey;
}

export {};
