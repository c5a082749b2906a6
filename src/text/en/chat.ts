import type { chat as french } from '../fr/chat';

export const chat: typeof french = {
  launcher: 'Chat with the assistant',
  title: 'Registration assistant',
  opening: 'Opening the conversation…',
  close: 'Close the conversation',
  startOver: 'Start over',
  sure: {
    title: 'Start a new conversation?',
    lines: 'The conversation shown here and any answers you have not confirmed will be cleared.',
    yes: 'Yes, start over',
    no: 'No, keep it',
  },
  broken: {
    line: 'The conversation could not be opened. Check your connection and try again.',
    again: 'Try again',
    form: 'Fill in the registration form',
  },
  notSent: 'The connection is down: your answer was not sent. Please send it again in a moment.',
  webChat: {
    reconnecting: 'The connection is down. Trying again…',
    said: 'The assistant said:',
    attached: 'The assistant attached:',
    history: 'Conversation history. Use the arrow keys to move from message to message.',
    historyRole: 'conversation history',
    historyTitle: 'Conversation history',
    windowTitle: 'Conversation window',
    moveInWindow: 'Move between items in the window',
    leaveMessage: 'Leave the message',
    placeholder: 'Type your message',
    tooLong: 'This message is too long.',
    dropFiles: 'Drop your files here',
    oneAttachment: '1 attachment',
    attachments: '$1 attachments',
    keypad: 'Telephone keypad',
    keypadOnlyDigits: 'Only one digit at a time can be entered',
  },
};
