import { answersIn, newestCard, showAnswered } from './answered.mjs';
import { connect, lost, patience } from './connect.mjs';
import { cardLook, look } from './look.mjs';
import { sayPurposes } from './purposes.mjs';
import { makeSending } from './sending.mjs';
import { strings } from './strings.mjs';

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

  /** @type {StoreMiddleware} */
  const watch = (store) => (next) => (action) => {
    if (standingAfter[action.type] !== undefined) standing = standingAfter[action.type] ?? false;
    if (says.has(action.type) && !(standing && navigator.onLine)) {
      // Web Chat would drop it silently; what was typed stays in its box.
      warn(store, settings.words.notSent);
      return action;
    }
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED') warn(store, settings.words.notSent);
    sending.note(action);
    const result = next(action);
    if (action.type === 'WEB_CHAT/SEND_POST_BACK') heard.afterCard();
    return result;
  };

  /** @param {Store} store @param {DirectLine} directLine */
  const show = (store, directLine) => {
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
          styleOptions: look,
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
      const { directLine, resumes } = link;
      const goesOn = !startOver && now !== undefined && resumes === now.directLine.conversationId;
      startOver = false;
      const store = goesOn && now !== undefined ? now.store : webChat.createStore({}, watch);
      now = { store, directLine };
      const hide = show(store, directLine);
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
  window.addEventListener(
    'offline',
    () => now && warn(now.store, settings.words.webChat.reconnecting),
  );
  window.addEventListener('online', () => {
    now?.store.dispatch({ type: 'WEB_CHAT/DISMISS_NOTIFICATION', payload: { id: warning } });
    void renew();
  });

  return {
    /** Tries again now. */
    hurry() {
      waiting.abort();
      waiting = new AbortController();
    },
    /** A new conversation in place of this one. */
    startOver() {
      startOver = true;
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

const warning = 'connection';

/** @param {Store} store @param {string} message */
const warn = (store, message) =>
  store.dispatch({
    type: 'WEB_CHAT/SET_NOTIFICATION',
    payload: { id: warning, level: 'error', message },
  });

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
