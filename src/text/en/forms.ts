import type { forms as french } from '../fr/forms';

export const forms: typeof french = {
  register: {
    title: 'Register',
    lead: 'Registering on the account management portal takes three steps. Would you rather talk? The assistant on the sign-in page asks the same questions.',
    progress: 'Steps of the registration',
    here: 'current step',
    finished: 'finished',
    starred: 'Fields marked with an asterisk * are required.',
    optional: 'optional',
    outsideHint: 'Canada and United States only',
    emailHint: 'It will be your user name, and the activation e-mail will be sent to it.',
    required: (the, example) => `Please give ${the}. Example: ${example}.`,
    wrongFields: (count) =>
      count === 1 ? 'One field needs correcting:' : `${count} fields need correcting:`,
    expired:
      'Your registration was left open for too long and has to be started again. Nothing was recorded.',
    otherBegun: {
      title: 'Other registrations have been started in this browser',
      lines: [
        'The answers of the registration that this page showed are no longer kept here.',
        'Choose the registration to go on with. If yours is not in the list, start a new one.',
      ],
      goOn: (name) => `Go on: ${name}`,
      nobody: 'registration without a name',
      begin: 'Start a new registration',
    },
    termsText: 'Text of the terms',
    openTerms: 'Open the terms on a page of their own',
    chooseContact: 'Choose Yes or No.',
    unknownSerial: (serial) =>
      `No machine has the number ${serial}. Check the characters that look alike (O and 0, I and 1, B and 8).`,
    lookUpLimited: (time) =>
      `Many serial numbers have been tried. For everyone's safety, wait until ${time} before you try another; your answers are kept.`,
    unknownHelp: "Can't find the right number?",
    askHelp: 'Send what I filled in to the help team',
    back: 'Go back',
    declined: {
      title: 'The registration ends here',
      lines: [
        'You do not accept the terms: nothing you wrote has been kept.',
        'You can start again whenever you like, or raise a help request if something in the terms is a problem.',
      ],
      again: 'Start again',
    },
    done: {
      resend: 'Send the e-mail again',
      notReceived: 'Did not get the e-mail?',
      hint: 'Look in your junk folder first. The links of earlier e-mails will no longer work.',
      returned: 'The address may not be right: correct it, and a new e-mail will be sent there.',
      resent: 'A new e-mail is waiting to be sent.',
      resendLimited: (time) =>
        `An e-mail has just been sent. You can ask for another from ${time}.`,
      active: 'Your account is already active: sign in.',
      notTaken:
        'What you just changed here was not taken, and no e-mail was sent: an active account keeps its information. To have it corrected, raise a help request.',
      userNameIs: (email) => `Your user name: ${email}`,
      wrongAddress: 'Correct the e-mail address',
      another: 'Register someone else',
    },
  },
  help: {
    title: 'Raise a help request',
    lead: 'Describe what is wrong. Someone from the help centre will answer you by e-mail. You do not need an account.',
    tooShort: 'Describe your request in a few words. Example: I cannot find the serial number.',
    tooLong: (max) =>
      `Your request is too long: the limit is ${max} characters. Keep what matters most.`,
    emailMissing: 'Give the e-mail address where we can answer. Example: camille@example.org.',
    limited: (time) =>
      `Several requests have already been sent for this address. Wait until ${time} before you send another; what you wrote is still here.`,
    sent: {
      title: (number) => `Your request ${number} is recorded`,
      lines: [
        'Our team will answer by e-mail. A receipt is on its way to the address you gave.',
        'Keep this number in case you need to come back to us.',
      ],
    },
  },
};
