import type { handOver as french } from '../fr/handOver';

export const handOver: typeof french = {
  code: (code, time) => `Your code is ${code}. It works once, until ${time}: keep it to yourself.`,
  inTeams:
    'In Teams, open the conversation with me (the button leads there) and send me this code: we go on there with your answers.',
  noTeams:
    'This portal is not in Microsoft Teams at the moment: we can go on in another browser or on another device.',
  anywhere: (url) => `On another device, open ${url}, then the chat, and type this code there.`,
  stays: 'Until the code is used nothing changes: we can also go on here, now or later.',
  nothing:
    'No registration has been started here, so there is nothing to take along. Type “start” here or in the other conversation.',
  mintLimited: (time) =>
    `Several codes have been asked for already. You can ask for another one after ${time}. Your answers are kept.`,
  wrong:
    'I cannot use this code: it has expired, has been used or is not exact. Check it, or ask for a new one in the other conversation with “continue elsewhere”.',
  own: 'This code is for the other conversation, the one in which you want to go on. Nothing changes here.',
  busy: 'The other conversation is busy. Send this code again in a moment: it stays valid.',
  limited: (time) =>
    `Several codes that are not exact have been typed. To keep everybody safe, wait until ${time} before you type another one. Your answers are kept.`,
  arrived: (items) =>
    items === ''
      ? 'Your registration goes on here.'
      : `Your registration goes on here, with what you had already given: ${items}.`,
  consent: (place, when) => `Terms accepted ${place} on ${when}.`,
  conflict: (the, kept, other) =>
    `I had two answers for ${the}: I keep the latest, ${kept}; the other one was ${other}.`,
  joined: 'What you had begun here is part of it.',
  alreadyHere: 'Your registration is here already.',
  afterHelp:
    'Your registration is here now as well: after this help request, type “start” to go on with it.',
  elsewhere: (place) =>
    `Your registration goes on ${place}, and nothing changes here. To bring it back, type “continue elsewhere” there and type the code you get here. To start another one here, type “start over”.`,
  places: {
    teams: 'in Microsoft Teams',
    webChat: 'in the chat of the portal',
    other: 'in another conversation',
  },
  card: {
    title: 'Continue elsewhere',
    openTeams: 'Open in Teams',
    openPortal: 'Open the portal',
  },
};
