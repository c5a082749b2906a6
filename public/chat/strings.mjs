/** @import { Words } from './types.mjs' */

/**
 * Web Chat's French lacks some sentences and has some that a person would not say.
 * @param {Words} words
 * @returns {(strings: Readonly<Record<string, string>>) => Readonly<Record<string, string>>}
 */
export const strings =
  ({ webChat: t }) =>
  (own) => ({
    ...own,
    ACTIVITY_BOT_SAID_ALT: t.said,
    ACTIVITY_BOT_ATTACHED_ALT: t.attached,
    ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT: t.sentAt,
    CONNECTIVITY_STATUS_ALT_FATAL: t.reconnecting,
    CONNECTIVITY_STATUS_ALT_RECONNECTING: t.reconnecting,
    KEYBOARD_HELP_CHAT_HISTORY_HEADER: t.historyTitle,
    KEYBOARD_HELP_CHAT_HISTORY_LEAVE_MESSAGE_HEADER: t.leaveMessage,
    KEYBOARD_HELP_CHAT_WINDOW_HEADER: t.windowTitle,
    KEYBOARD_HELP_CHAT_WINDOW_BODY_MOVE_BETWEEN_ITEMS_HEADER: t.moveInWindow,
    TELEPHONE_KEYPAD_INPUT_MESSAGE: t.keypadOnlyDigits,
    TRANSCRIPT_TERMINATOR_TEXT: t.historyEnd,
    TEXT_INPUT_ATTACHMENTS_FEW: t.attachments,
    TEXT_INPUT_ATTACHMENTS_MANY: t.attachments,
    TEXT_INPUT_ATTACHMENTS_ONE: t.oneAttachment,
    TEXT_INPUT_ATTACHMENTS_OTHER: t.attachments,
    TEXT_INPUT_ATTACHMENTS_TWO: t.attachments,
    TEXT_INPUT_DROP_ZONE: t.dropFiles,
    TEXT_INPUT_LENGTH_EXCEEDED_ALT: t.tooLong,
    TEXT_INPUT_PLACEHOLDER: t.placeholder,
    TEXT_INPUT_TELEPHONE_KEYPAD_BUTTON_ALT: t.keypad,
    TRANSCRIPT_ARIA_LABEL_ALT: t.history,
    TRANSCRIPT_ARIA_ROLE_ALT: t.historyRole,
  });
