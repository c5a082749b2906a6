import type { mails as french } from '../fr/mails';

export const mails: typeof french = {
  greeting: (name) => `Hello ${name},`,
  help: (address) => `Need help? Reply to this e-mail or write to ${address}.`,
  activation: {
    subject: 'Activate your account management portal account',
    preheader: 'Your activation link and temporary password, valid for 24 hours.',
    heading: 'Activate your account',
    intro:
      'Your registration is complete. All that is left is to activate your account, then sign in with the temporary password below.',
    button: 'Activate my account',
    link: 'If the button does not work, copy this link into your browser:',
    userName: 'User name',
    temporaryPassword: 'Temporary password',
    valid: (until) =>
      `The link and the temporary password are valid for 24 hours, until ${moment.format(until)} (Eastern time).`,
    stepsTitle: 'Next steps',
    steps: [
      'Click the activation link. A page in your browser will confirm that your account is active.',
      'Go back to the portal and sign in: your user name is your e-mail, and the password is the temporary password.',
      'Choose a new password and confirm it. You are in.',
    ],
    why: 'You are receiving this e-mail because this address was given when registering on the account management portal. If that was not you, do nothing: the account will not be activated.',
  },
  reset: {
    subject: 'Your temporary password for the account management portal',
    preheader: 'Valid for 24 hours; it takes you to choosing a new password.',
    heading: 'Choose a new password',
    intro:
      'A new password was requested for your account. Sign in with the temporary password below, and you will then choose your new password.',
    button: 'Sign in',
    valid: (until) =>
      `The temporary password is valid for 24 hours, until ${moment.format(until)} (Eastern time).`,
    kept: 'Your current password keeps working until you choose another one.',
    notYou: 'If you did not request anything, do nothing: nothing changes in your account.',
    why: 'You are receiving this e-mail because “Forgotten password” was chosen for this address on the account management portal.',
  },
  alreadyRegistered: {
    subject: 'You already have an account management portal account',
    preheader: 'Someone asked to register with your e-mail address. Nothing was changed.',
    heading: 'You already have an account',
    intro:
      'Someone has just asked to register on the portal with your e-mail address. As this address already has an account, no other account was created and nothing was changed in yours.',
    active: [
      'To sign in, use your e-mail as your user name and your usual password.',
      'If you no longer remember it, choose “Forgotten password” on the sign-in page of the portal.',
    ],
    invited: (address) => [
      'Your account is not active yet. Use the link and the temporary password in the activation e-mail you received, if it is less than 24 hours old.',
      `To get a new activation e-mail, choose “Forgotten password” on the sign-in page of the portal, or write to ${address}.`,
    ],
    notYou:
      'If this request did not come from you, there is nothing you need to do. Nobody has had access to your account.',
    why: 'You are receiving this e-mail because your address was used in a new request to register on the account management portal.',
  },
  helpRequest: {
    subject: (number) => `Help request ${number}`,
    preheader: (email) => `New request from ${email}`,
    heading: (number) => `Help request ${number}`,
    intro: 'Someone is asking for help with registering on the portal.',
    number: 'Number',
    answerTo: 'Reply to',
    language: 'Language',
    languages: { fr: 'French', en: 'English' },
    channel: 'Channel',
    asked: 'Received on',
    moment: (when) => `${moment.format(when)} (Eastern time)`,
    description: 'What they wrote',
    facts: 'What was filled in',
    factsAgreed: 'The person agreed to have their answers sent along with the request.',
    noFacts: 'No answers were sent along with this request.',
    why: 'You are receiving this e-mail because help requests from the account management portal are sent to this address. Replying to it writes to the person.',
  },
  helpReceipt: {
    subject: (number) => `We have received your help request ${number}`,
    preheader: 'Someone from the help desk will answer you by e-mail.',
    heading: 'We have your request',
    greeting: 'Hello,',
    intro:
      'Thank you for writing to us. Someone from the help desk will read your request and answer you at this address.',
    number: 'Your request number',
    more: 'To add something, reply to this e-mail and keep this number in the subject.',
    why: 'You are receiving this e-mail because this address was given as the one to answer for a help request on the account management portal. If that was not you, you can ignore it.',
  },
  helpAnswer: {
    subject: (number) => `Answer to your help request ${number}`,
    preheader: 'A person at the help desk has answered you.',
    heading: 'The help desk has answered',
    answer: 'Answer of the help desk',
    more: 'If this does not settle your question, reply to this e-mail and keep the number in the subject.',
  },
};

const moment = new Intl.DateTimeFormat('en-CA', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'America/Toronto',
});
