import { answersIn, newestCard, showAnswered } from './answered.mjs';
import { makeAway } from './away.mjs';
import { connect, hearSocket, lost, patience } from './connect.mjs';
import { tellFrenchTimes } from './frenchTimes.mjs';
import { cardLook, look, patientLook } from './look.mjs';
import { sayPurposes } from './purposes.mjs';
import { makeSending } from './sending.mjs';
import { strings } from './strings.mjs';
import { keepUnbroken } from './unbroken.mjs';
import { makeUnsent } from './unsent.mjs';

/** @import { DirectLine, Purpose, ScreenReaderMiddleware, Settings, Store, StoreMiddleware, WebChat } from './types.mjs' */

/**
 * One conversation after another in one place of the page, kept connected for as long as the page lives.
 * @param {{
 *   webChat: WebChat,
 *   settings: Settings,
 *   nonce: string,
 *   place: HTMLElement,
 *   afterCard: () => void,
 *   onShown: (isNew: boolean) => void,
 *   onTrouble: () => void,
 * }} needs
 */
export const makeConversation = ({ webChat, settings, nonce, place, ...heard }) => {
  const locale = `${settings.locale}-CA`;
  const sentences = strings(settings.words);
  let startOver = false;
  /** @type {{ store: Store, directLine: DirectLine } | undefined} */
  let now;
  let standing = false;
  let waiting = new AbortController();
  const sending = makeSending();
  const unsent = makeUnsent();
  const away = makeAway((isAway) => {
    if (now === undefined) return;
    if (isAway) warn(now.store, settings.words.webChat.reconnecting);
    else calm(now.store);
  });
  if (settings.locale === 'fr') tellFrenchTimes(place);
  keepUnbroken(place);

  /** @type {StoreMiddleware} */
  const watch = (store) => (next) => (action) => {
    if (standingAfter[action.type] !== undefined) standing = standingAfter[action.type] ?? false;
    if (says.has(action.type) && !(standing && navigator.onLine && !away.is())) {
      // Web Chat would drop it silently; what was typed stays in its box.
      warn(store, settings.words.notSent);
      return action;
    }
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED') warn(store, settings.words.notSent);
    sending.note(action);
    unsent.note(action);
    const result = next(action);
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') away.over();
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_FULFILLED' && !away.is()) calm(store);
    if (mayFillBox.has(action.type)) fillBox(store);
    if (action.type === 'WEB_CHAT/SEND_POST_BACK') heard.afterCard();
    return result;
  };

  /** With what did not arrive before the page was loaded again. */
  const fillBox = (/** @type {Store} */ store) => {
    const text = unsent.propose();
    if (text !== undefined) store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } });
  };

  /** @param {Store} store @param {DirectLine} directLine @param {object} styleOptions */
  const show = (store, directLine, styleOptions) => {
    const draw = () => {
      const answers = answersIn(store.getState().activities);
      const attachmentMiddleware = showAnswered(answers);
      webChat.renderWebChat(
        {
          directLine,
          store,
          locale,
          nonce,
          attachmentMiddleware,
          attachmentForScreenReaderMiddleware: readAloud,
          overrideLocalizedStrings: sentences,
          styleOptions,
          adaptiveCardsHostConfig: cardLook,
          sendTypingIndicator: false,
        },
        place,
      );
      return fingerprint(answers);
    };
    let drawn = draw();
    return store.subscribe(() => {
      if (fingerprint(answersIn(store.getState().activities)) !== drawn) drawn = draw();
      requestAnimationFrame(() => sayPurposes(place));
    });
  };

  const stayConnected = async () => {
    for (let failures = 0; ; ) {
      const link = await connect({ webChat, locale, startOver }).catch(() => undefined);
      if (link === undefined) {
        heard.onTrouble();
        await patience(failures, waiting.signal);
        failures += 1;
        continue;
      }
      const { directLine, resumes, persists } = link;
      const goesOn = !startOver && now !== undefined && resumes === now.directLine.conversationId;
      startOver = false;
      if (!goesOn && resumes === undefined) unsent.forget();
      const store = goesOn && now !== undefined ? now.store : webChat.createStore({}, watch);
      now = { store, directLine };
      hearSocket(directLine, (isOpen) => {
        if (directLine !== now?.directLine) return;
        if (isOpen) away.over();
        else away.soon();
      });
      const hide = show(store, directLine, persists ? patientLook : look);
      heard.onShown(resumes === undefined);
      failures = (await lost(directLine)) ? 0 : failures + 1;
      hide();
      if (!startOver && failures > 0) await patience(failures, waiting.signal);
    }
  };
  /** Nothing more goes this way, from now on and not only when Web Chat has noticed. */
  const leave = () => {
    standing = false;
    now?.directLine.end();
  };

  /** The socket may be dead without knowing it. What was sent in the meantime arrives first: ending the line would fail it. */
  const renew = async () => {
    const line = now?.directLine;
    await sending.settled();
    if (line === now?.directLine) leave();
  };

  stayConnected().catch(heard.onTrouble);

  // The client itself notices neither for a while.
  window.addEventListener('offline', () => away.now());
  window.addEventListener('online', () => void renew());

  return {
    /** Tries again now. */
    hurry() {
      waiting.abort();
      waiting = new AbortController();
    },
    /** A new conversation in place of this one. */
    startOver() {
      startOver = true;
      unsent.forget();
      leave();
    },
    /**
     * Presses the button of the welcome for the person, once somebody has been welcomed.
     * @param {Exclude<Purpose, 'look'>} purpose
     */
    async press(purpose) {
      const at = await welcomed(() => (standing ? now?.store : undefined));
      const action = purpose === 'begin' ? 'start' : 'help';
      now?.store.dispatch({
        type: 'WEB_CHAT/SEND_POST_BACK',
        payload: { value: { card: 'welcome', at, action } },
      });
    },
  };
};

/**
 * A new card is announced with its own sentences; Web Chat would draw all of it once more, with boxes that have no names.
 * @type {ScreenReaderMiddleware}
 */
const readAloud = () => (next) => (card) => {
  const { type, version, speak } = card.attachment.content ?? {};
  if (typeof speak !== 'string') return next(card);
  return next({ ...card, attachment: { ...card.attachment, content: { type, version, speak } } });
};

/** @type {Readonly<Record<string, boolean>>} */
const standingAfter = {
  'DIRECT_LINE/CONNECT_FULFILLED': true,
  'DIRECT_LINE/RECONNECT_FULFILLED': true,
  'DIRECT_LINE/RECONNECT_PENDING': false,
  'DIRECT_LINE/DISCONNECT_PENDING': false,
};

const says = new Set([
  'WEB_CHAT/SUBMIT_SEND_BOX',
  'WEB_CHAT/SEND_MESSAGE',
  'WEB_CHAT/SEND_MESSAGE_BACK',
  'WEB_CHAT/SEND_POST_BACK',
]);

const mayFillBox = new Set(['DIRECT_LINE/CONNECT_FULFILLED', 'DIRECT_LINE/INCOMING_ACTIVITY']);

const warning = 'connection';

/** @param {Store} store @param {string} message */
const warn = (store, message) =>
  store.dispatch({
    type: 'WEB_CHAT/SET_NOTIFICATION',
    payload: { id: warning, level: 'error', message },
  });

/** @param {Store} store */
const calm = (store) =>
  store.dispatch({ type: 'WEB_CHAT/DISMISS_NOTIFICATION', payload: { id: warning } });

/** @param {ReturnType<typeof answersIn>} answers */
const fingerprint = (answers) => JSON.stringify([...answers]);

/** @param {() => Store | undefined} store */
const welcomed = async (store) => {
  for (let tries = 0; tries < 100; tries += 1) {
    const activities = store()?.getState().activities ?? [];
    const at = newestCard(activities, 'welcome');
    if (at !== undefined) return at;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return 1;
};
