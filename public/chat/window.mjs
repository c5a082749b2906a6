import { makeConversation } from './conversation.mjs';

/** @import { Purpose, Settings, WebChat, Words } from './types.mjs' */

const narrow = matchMedia('(max-width: 40rem)');
const touched = matchMedia('(pointer: coarse)');

/**
 * The chat's window over the page, made once; the launcher's attributes say what it needs.
 * @param {Element | null} launcher
 */
export const makeChatWindow = (launcher) => {
  if (!(launcher instanceof HTMLButtonElement)) throw new Error('the page has no launcher');
  /** @type {Settings} */
  const settings = JSON.parse(launcher.dataset.settings ?? '{}');
  const { words } = settings;
  const nonce = document.querySelector('script')?.nonce ?? '';
  const parts = build(words);
  const { panel, place, status } = parts;
  document.body.append(panel);
  launcher.setAttribute('aria-controls', panel.id);

  const sendBox = () => place.querySelector('[data-id="webchat-sendbox-input"]');
  const isOpen = () => !panel.hidden;

  /** Into the send box; on a touch screen without the keyboard that would cover what is to be read. */
  const focusSendBox = () => {
    const box = sendBox();
    if (!(box instanceof HTMLElement)) return false;
    if (touched.matches) {
      box.inputMode = 'none';
      box.addEventListener('pointerdown', () => box.removeAttribute('inputmode'), { once: true });
    }
    box.focus({ preventScroll: true });
    return true;
  };

  /** Over a narrow page it covers everything, so nothing behind it may take the focus. */
  const shut = () => {
    for (const other of document.body.children) {
      if (other !== panel && other instanceof HTMLElement) other.inert = isOpen() && narrow.matches;
    }
  };
  narrow.addEventListener('change', shut);

  /** @param {boolean} open @param {boolean} [byItself] the launcher stays then: whoever presses it means to get in */
  const setOpen = (open, byItself = false) => {
    panel.hidden = !open;
    panel.classList.toggle('chat-by-itself', byItself);
    launcher.classList.toggle('chat-by-itself', byItself);
    launcher.setAttribute('aria-expanded', String(open));
    sessionStorage.setItem('chat', open ? 'open' : 'closed');
    shut();
  };

  const close = () => {
    setOpen(false);
    launcher.focus();
  };

  /** @type {Promise<ReturnType<typeof makeConversation>> | undefined} */
  let talking;
  const talk = () => {
    talking ??= begin();
    talking.catch(() => {
      talking = undefined;
      show('broken');
    });
    return talking;
  };

  const begin = async () => {
    show('opening');
    const webChat = await loadWebChat(settings.webChat, nonce);
    return makeConversation({
      webChat,
      settings,
      nonce,
      place,
      afterCard: () => setTimeout(focusSendBox, 50),
      onShown: (isNew) => {
        show('talking');
        if (isNew) whenThere(place, () => showGreeting(place));
        if (panel.contains(document.activeElement)) whenThere(place, focusSendBox);
      },
      // Once it was there, Web Chat says itself that it lost its connection.
      onTrouble: () => {
        if (panel.dataset.state !== 'talking') show('broken');
      },
    });
  };

  const show = (/** @type {'opening' | 'talking' | 'broken'} */ state) => {
    panel.dataset.state = state;
    status.textContent = state === 'opening' ? words.opening : '';
    parts.broken.hidden = state !== 'broken';
  };

  parts.close.addEventListener('click', close);
  parts.again.addEventListener('click', () => {
    panel.focus();
    talk().then(
      ({ hurry }) => hurry(),
      () => undefined,
    );
  });
  parts.startOver.addEventListener('click', () => parts.sure.showModal());
  parts.sure.addEventListener('close', async () => {
    if (parts.sure.returnValue === 'yes') {
      (await talk()).startOver();
      focusSendBox();
    }
    parts.sure.returnValue = '';
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !(event.target instanceof Element)) return;
    // From within a message Escape leads out of the message; in the question it means no.
    if (event.target.closest('article, dialog') === null) close();
  });

  /** @param {Purpose} purpose @param {boolean} focus */
  const open = async (purpose, focus) => {
    setOpen(true, !focus);
    if (focus && !focusSendBox()) panel.focus();
    const conversation = await talk().catch(() => undefined);
    if (purpose !== 'look') await conversation?.press(purpose);
  };

  const isEntered = () => isOpen() && !panel.classList.contains('chat-by-itself');

  return { open, toggle: () => (isEntered() ? close() : open('look', true)) };
};

/** @param {Words} words */
const build = (words) => {
  const place = element('div', { className: 'chat-place' });
  const status = element('p', { className: 'chat-status', role: 'status' });
  const close = element('button', { type: 'button', className: 'chat-close' });
  close.append(element('span', { textContent: words.close, className: 'chat-hidden' }));
  const startOver = element('button', {
    type: 'button',
    className: 'chat-start-over',
    textContent: words.startOver,
  });
  const title = element('h2', { id: 'chat-title', textContent: words.title });
  const bar = element('header', {});
  bar.append(title, startOver, close);

  const again = element('button', { type: 'button', textContent: words.broken.again });
  const form = element('a', { href: '/register', textContent: words.broken.form });
  const broken = element('div', { className: 'chat-broken', role: 'alert', hidden: true });
  broken.append(element('p', { textContent: words.broken.line }), again, form);

  const sure = element('dialog', { className: 'chat-sure' });
  sure.setAttribute('aria-labelledby', 'chat-sure-title');
  const yes = element('button', { value: 'yes', textContent: words.sure.yes });
  const no = element('button', { value: 'no', textContent: words.sure.no, autofocus: true });
  const choice = element('form', { method: 'dialog' });
  choice.append(
    element('h3', { id: 'chat-sure-title', textContent: words.sure.title }),
    element('p', { textContent: words.sure.lines }),
    no,
    yes,
  );
  sure.append(choice);

  const panel = element('section', { id: 'chat', className: 'chat', hidden: true, tabIndex: -1 });
  panel.setAttribute('aria-labelledby', title.id);
  panel.append(bar, status, broken, place, sure);
  return { panel, place, status, close, startOver, broken, again, sure };
};

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Partial<HTMLElementTagNameMap[K]>} properties
 */
const element = (name, properties) => Object.assign(document.createElement(name), properties);

/**
 * @param {string} address
 * @param {string} nonce
 * @returns {Promise<WebChat>}
 */
const loadWebChat = (address, nonce) =>
  new Promise((resolve, reject) => {
    if (window.WebChat !== undefined) return resolve(window.WebChat);
    const script = element('script', { src: address, nonce });
    script.addEventListener('load', () => {
      if (window.WebChat === undefined) reject(new Error('Web Chat did not start'));
      else resolve(window.WebChat);
    });
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error('Web Chat could not be loaded'));
    });
    document.head.append(script);
  });

/**
 * Web Chat scrolls to what came last, and for a while comes back to it; the first greeting is read from its top, unless somebody has
 * touched something or more has come.
 * @param {Element} place
 */
const showGreeting = (place) => {
  const history = place.querySelector('.webchat__basic-transcript__scrollable');
  if (history === null || place.querySelector('.ac-adaptiveCard') === null) return false;
  const over = new AbortController();
  const hold = setInterval(() => {
    if (place.querySelectorAll('.ac-adaptiveCard').length > 1) over.abort();
    else history.scrollTop = 0;
  }, 50);
  over.signal.addEventListener('abort', () => clearInterval(hold));
  setTimeout(() => over.abort(), 1500);
  for (const touch of ['wheel', 'pointerdown', 'keydown', 'touchmove'])
    place.addEventListener(touch, () => over.abort(), { signal: over.signal, passive: true });
  return true;
};

/**
 * @param {Element} place
 * @param {() => boolean} done
 */
const whenThere = (place, done) => {
  if (done()) return;
  const observer = new MutationObserver(() => done() && observer.disconnect());
  observer.observe(place, { childList: true, subtree: true });
};
