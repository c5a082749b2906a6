import type { conversation as french } from '../fr/conversation';

export const conversation: typeof french = {
  the: {
    name: 'your name',
    address: 'your address',
    email: 'your e-mail address',
    phone: 'your phone number',
    serial: 'the serial number',
    termsAccepted: 'your agreement to the terms',
    meterContact: 'your meter-reading answer',
    givenName: 'your first name',
    familyName: 'your last name',
    street: 'the street number and name',
    unit: 'your apartment or suite',
    city: 'your city',
    region: 'your province or state',
    postalCode: 'your postal code',
    country: 'your country',
    extension: 'your extension',
  },
  ask: {
    name: 'What is your name (first and last name)?',
    address:
      'What is your address (street number and name, apartment or suite, city, province, postal code)?',
    email: 'What is your e-mail address? It will be your user name.',
    phone: 'What phone number can we reach you at (with the extension, if there is one)?',
    serial: "What is the serial number of one of your organization's machines?",
    givenName: 'What is your first name?',
    familyName: 'What is your last name?',
    street: 'What are the street number and name of your address?',
    unit: 'What is your apartment, suite or unit number?',
    city: 'In which city?',
    region: 'In which province or state?',
    postalCode: 'What is the postal code?',
    country: 'In which country?',
    extension: 'What is your phone extension?',
  },
  example: {
    name: 'Sam Taylor',
    address: '12 Maple Street, Unit 4, Toronto, Ontario M5V 2T6',
    email: 'sam@example.org',
    phone: '416-555-0123, ext. 204',
    serial: 'GNX130001',
    givenName: 'Sam',
    familyName: 'Taylor',
    street: '12 Maple Street',
    unit: '4',
    city: 'Toronto',
    region: 'Ontario (or ON)',
    postalCode: 'M5V 2T6',
    country: 'Canada',
    extension: '204',
  },
  exampleOf: (example) => `Example: ${example}.`,
  askedAgain: (the, now) =>
    `Let's correct ${the} (now: ${now}). To leave it as it is, type “keep”.`,
  askedAgainEmpty: (the) => `Please give me ${the}.`,
  emailSuggestion: (given, proposed) =>
    `You typed ${given}. Did you mean ${proposed}? Answer yes or no.`,
  machineSuggestion: (given, serial, model) =>
    `I can't find ${given}, but ${serial} (${model}) is in our records. Is that your machine? Answer yes or no.`,
  terms:
    'Here are the account management terms. To go on, tick the box and press “Continue”, or type “I accept”. To refuse, type “I decline”.',
  termsAgain:
    'Do you accept the account management terms? Tick the box and press “Continue”, or type “I accept” or “I decline”.',
  serialWhere:
    'It is on the label on the back of the machine or inside the front door, after “S/N”.',
  meterContact: (model) =>
    `Would you like to be the meter-reading contact for the ${model}? You can then submit and see meter readings in the portal. Answer yes or no.`,
  partner:
    'This machine was supplied by a partner, whose representative may already be the meter-reading contact: please check with your partner.',
  review:
    'Here are your answers. If everything is right, press “Confirm” or type “I confirm”. If not, tell me what to correct.',
  noted: (items) => `Noted: ${items}.`,
  changed: (items) => `Corrected: ${items}.`,
  removed: (items) => `Removed: ${items}.`,
  nameSplit: (given, family) =>
    `I understood first name “${given}” and last name “${family}”. If that's not right, type for example “my first name is …”.`,
  notReplaced: (items) =>
    `For now I'm keeping: ${items}. To change it, type for example “my e-mail is …”.`,
  keptAsItWas: 'All right, the answer stays the same.',
  editedNothing: 'I saw your edit: it changes none of your answers.',
  machineFound: (model) => `Machine found: ${model}.`,
  machineUnknown: (serial) =>
    `I can't find a machine with the number ${serial}. Check the characters that look alike (O and 0, I and 1, B and 8).`,
  lookUpLimited: (time) =>
    `You have tried many serial numbers. To keep everyone safe, please wait until ${time} before trying another. Your answers are kept.`,
  offerHelp:
    'Shall I send everything you filled in to our team as a help request? Answer yes, or give me another number.',
  termsAccepted: 'Thank you, you have accepted the terms.',
  termsNotTicked: "The box isn't ticked. I can't go on without your agreement.",
  termsNotShownYet: "I'll show you the terms first: you can accept them once you have read them.",
  declined:
    "You don't accept the terms: the registration ends here and nothing you typed is kept. To begin again one day, type “start”.",
  offerDeclined: 'All right, I keep nothing of what Teams says.',
  whatToChange:
    'What should be corrected? Press “Edit” or type for example “my postal code is M5V 2T6”.',
  required: (the) => `I can't skip this question: I need ${the}.`,
  requiredChoice: "I can't skip this question: I need your answer.",
  nothingToUndo: 'There is no answer to correct yet.',
  oldCard: 'This card is out of date: nothing has changed. Please use the latest one, below.',
  closedCard: 'This card belongs to a registration that has ended: nothing has changed.',
  alreadyAnswered:
    'You had already answered this card: nothing has changed. To correct an answer, type for example “my e-mail is …”.',
  emptyCard: 'The card is empty. Fill in at least one box, or type your answer.',
  notUnderstood: "I didn't understand your answer.",
  notAnswered:
    "I can't answer that question. Type “help” for help with this step, or “talk to someone”.",
  symbolsOnly: 'I only read words and figures, not symbols alone.',
  tooLong:
    "This message is too long for me (4,000 characters at most), so I couldn't read it. Please send a shorter one.",
  notText: "I only read text and cards, so I couldn't open this attachment.",
  offerPerson: 'If you prefer, somebody can help you: type “talk to someone”.',
  yesOrNo: 'Please answer yes or no.',
  helpWith: {
    name: 'Type your first name, then your last name, as on your work documents.',
    address:
      "Type your work address in one message or piece by piece. If it isn't in Canada, add the country.",
    email:
      'Give a valid e-mail address that you read: the activation link and a temporary password are sent there.',
    phone: 'Give a number with its area code; add “ext.” if you have an extension.',
    serial:
      'The serial number is on the label on the back of the machine or inside the front door, after “S/N”: often three letters and six digits.',
    termsAccepted:
      'Read the terms above, then tick the box or type “I accept”. If you decline, nothing is kept.',
    meterContact:
      'The contact submits and sees the meter readings of this machine in the portal. You can change your mind later with “Manage machines”.',
    review:
      'Read your answers again. Confirm to get the activation e-mail, or tell me what to correct: “my phone is …”, “the postal code is wrong”.',
    offer:
      'Say yes if it is right, no to type it all yourself, or type what is right. Nothing is noted before you answer.',
    suggestion: "Say yes if that's it, no to keep what you typed.",
  },
  helpCommands:
    'At any time: “why”, “repeat”, “summary”, “back”, “cancel”, “start over”, “français”, “continue elsewhere”, or “talk to someone”.',
  why: {
    name: 'Your name is shown on your account, so that our team knows who it is answering.',
    address: "The address lets us link your account to your organization's.",
    email: 'Your e-mail address will be your user name, and the activation e-mail is sent there.',
    phone: 'The phone number is used to reach you about your machines or a help request.',
    serial: "One of your organization's machines lets us find your account and equipment.",
    termsAccepted:
      'The terms say how the account may be used and how your information is protected.',
    meterContact:
      'Only one person can submit the readings of a machine, so we need to know whether that is you.',
    review: 'Checking now keeps an e-mail from going to the wrong address.',
    offer: 'Teams knows your name and e-mail address: if they are right, you need not type them.',
    suggestion: 'What you typed looks like a slip of the keyboard, so I prefer to ask.',
  },
  languageNow: "Let's continue in English.",
  alreadyStarted: "Your registration is already under way, let's go on.",
  resumed: "I kept your answers, let's pick up where you left off.",
  hello: 'Hello!',
  welcome:
    'Hello! I can register you on the account management portal in about three minutes. Press “Start registration” or type “start”. For help, type “help”. Pour le français, écrivez « français ».',
  /** To a person who comes back. */
  answersKept: 'I have kept your answers: type “start” to go on where you were.',
  inPrivate:
    'Other people read what is written here, so I ask for nothing and keep nothing of what is said. To register or to ask for help, write to me in private.',
  inPrivateByName:
    'Other people read what is written here, so I ask for nothing and keep nothing of what is said. To register or to ask for help, look me up by my name and open a private conversation.',
  welcomeBack:
    'What can I do for you? Type “start” to register or “talk to someone” for a help request.',
  idleHelp:
    'I can register you on the portal (type “start”) or pass a help request on to our team (type “talk to someone”). Have your address, e-mail, phone number and a machine serial number at hand.',
  thanks: "You're welcome.",
  begin: "Let's begin.",
  summary: (items) => `Here is what I have so far: ${items}.`,
  summaryEmpty: "I haven't noted anything yet.",
  cancelAsk:
    'Do you want to stop the registration? Your answers stay in this conversation, and you can resume.',
  cancelYes: 'Yes, stop',
  cancelNo: 'No, go on',
  cancelled:
    'The registration is stopped. Your answers stay in this conversation: type “start” to resume, or “start over” to erase them.',
  restartAsk: 'Do you want to start all over? The answers given so far will be erased.',
  restartYes: 'Yes, erase everything',
  restartNo: 'No, go on',
  restarted: "Your answers are erased, let's start over.",
  goOn: "All right, let's go on.",
  nothingToCancel: 'No registration is under way.',
  done: (name, mail) =>
    `Thank you ${name}, your registration is recorded. ${mail} It contains an activation link and a temporary password, valid for 24 hours: open the link to activate your account, then sign in with your e-mail address.`,
  mail: {
    queued: (to) => `An activation e-mail is queued for ${to}.`,
    accepted: (to) => `An activation e-mail has been sent to ${to}.`,
    delivered: (to) => `An activation e-mail has been delivered to ${to}.`,
    bounced: (to) => `The activation e-mail could not be delivered: the mailbox ${to} refused it.`,
    dropped: (to) => `The activation e-mail for ${to} could not be sent.`,
    abandoned: (to) => `The activation e-mail for ${to} could not be sent.`,
  },
  recorded:
    'Your registration is already recorded: nothing has changed. To have it corrected, type “talk to someone”; to register someone else, type “start”.',
  resendAsk: (email) =>
    `Shall I send it again to ${email}? Answer yes or no, or give me the right address.`,
  correctHere:
    'If the address is not right, write me the right one: a new e-mail goes there at once.',
  tryAgainAsk: (email) => `If it is right, shall I try ${email} again? Answer yes or no.`,
  resendYes: 'Yes, send it again',
  resendNo: 'No, thank you',
  olderLinksDie: 'The links and temporary passwords of earlier e-mails are no longer valid.',
  resendLimited: (time) =>
    `Several e-mails have been asked for already. You can ask for another after ${time}; please look in your junk folder too.`,
  alreadyActive: 'Your account is already active: sign in on the login page.',
  activatedNews: 'Your account is activated. You can sign in to the portal.',
  mailNotYet: 'The activation e-mail leaves as soon as you have confirmed your answers.',
  mailNone: 'No e-mail is on its way for this conversation.',
  mailHint:
    "If it hasn't arrived in a few minutes, look in your junk folder or type “talk to someone”.",
  yes: 'yes',
  no: 'no',
  accepted: 'accepted',
  contact: 'you will be the meter-reading contact',
  noContact: 'you will not be the meter-reading contact',
  help: {
    ask: "Describe your problem in a few words and I'll pass it on to our team. To go back, type “cancel”.",
    email: 'At which e-mail address can our team answer you?',
    share: (items) => `Do you want to include what you filled in (${items})? Answer yes or no.`,
    shareYes: 'Yes, include it',
    shareNo: "No, don't include it",
    tooShort: 'I need a few words about your problem.',
    sent: (number, email) =>
      `Your help request ${number} is recorded. Our team will answer at ${email}, and a receipt is queued for that address.`,
    limited: (time) =>
      `You have already sent several help requests. You can send another after ${time}; your answers are kept.`,
    answered: (number, answer) => `The help desk answers your request ${number}:\n\n${answer}`,
    cancelled: 'All right, no help request is sent.',
    unknownSerial: (serial) => `Serial number not found during registration: ${serial}`,
  },
  lostThread: 'Sorry, I lost the thread of our conversation. Let us begin again.',
  lostThreadKept:
    'Sorry, I lost the thread of our conversation, but I kept your answers. Let us go on.',
  failed: (reference) =>
    `Sorry, something went wrong on our side and your last message was not taken into account. Your earlier answers are kept: please send it again. Reference: ${reference}`,
  notKept: 'Sorry, your message could not be kept. Please send it again in a moment.',
};
