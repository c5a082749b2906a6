/** @import { Action } from './types.mjs' */

/**
 * Texts that have not arrived, kept for as long as this tab lives: after a reload they are proposed for the send box. Told by
 * Web Chat's actions.
 */
export const makeUnsent = () => {
  /** What stands in the send box. */
  let draft = '';
  /** What was proposed for it. */
  let proposed = '';
  /** @type {Map<string, string>} */
  let posted = new Map();
  const before = new Map(read());

  const write = () => {
    const texts = [...posted, ['', draft]].filter(([, text]) => text?.trim() !== '');
    if (texts.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(texts));
  };

  /** @type {Readonly<Record<string, (said: Said) => void>>} */
  const hear = {
    'WEB_CHAT/SET_SEND_BOX': ({ text }) => {
      draft = text ?? '';
    },
    'DIRECT_LINE/POST_ACTIVITY_PENDING': ({ id, text, isPress }) => {
      if (id === undefined || text === undefined || isPress) return;
      // What had failed is sent again under another id.
      posted = new Map([...posted].filter(([, other]) => other !== text));
      posted.set(id, text);
    },
    'DIRECT_LINE/POST_ACTIVITY_FULFILLED': ({ id }) => {
      posted.delete(id ?? '');
    },
    'DIRECT_LINE/INCOMING_ACTIVITY': ({ id }) => {
      if (id === undefined) return;
      posted.delete(id);
      before.delete(id);
    },
  };

  return {
    /** @param {Action} action */
    note(action) {
      const heard = hear[action.type];
      if (heard === undefined) return;
      heard(saidIn(action));
      write();
    },
    /**
     * What is to stand in the send box now; nothing when that is there already, or something else the person has written.
     * @returns {string | undefined}
     */
    propose() {
      const next = [...before.values()].join('\n');
      if (next === proposed || draft !== proposed) return undefined;
      proposed = next;
      return next;
    },
    forget() {
      draft = '';
      posted.clear();
      before.clear();
      write();
    },
  };
};

/** @typedef {{ readonly id: string | undefined, readonly text: string | undefined, readonly isPress: boolean }} Said */

const key = 'unsent';

/** @returns {readonly (readonly [string, string])[]} */
const read = () => JSON.parse(sessionStorage.getItem(key) ?? '[]');

/**
 * @param {Action} action
 * @returns {Said}
 */
const saidIn = ({ meta, payload }) => {
  const { activity, text } = payload ?? {};
  return {
    id: meta?.clientActivityID ?? activity?.channelData?.clientActivityID,
    text: activity?.text ?? text,
    isPress: activity?.value !== undefined,
  };
};
