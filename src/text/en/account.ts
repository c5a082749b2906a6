import type { account as french } from '../fr/account';

export const account: typeof french = {
  userName: 'User name',
  password: 'Password',
  signIn: 'Sign in',
  backToSignIn: 'Back to sign-in',
  login: {
    title: 'Sign in',
    lead: 'Your meter readings, your equipment and your requests, all in one place.',
    userNameHint: 'Your e-mail address',
    passwordHint: 'The first time, the temporary password you received by e-mail',
    forgotten: 'Forgot your password?',
    userNameMissing: 'Enter your user name: it is your e-mail address.',
    passwordMissing: 'Enter your password.',
    refused:
      'This user name and this password do not go together. Check both; a temporary password stops working after 24 hours, or as soon as a newer e-mail is sent.',
    limited: (time) =>
      `Too many attempts to sign in. To keep the account safe, wait until ${time} before you try again.`,
    over: 'Your session has ended. Sign in again to continue.',
    signedOut: 'You have signed out of the portal.',
    newUser: {
      title: 'New here?',
      lead: 'Three steps, about three minutes. Have at hand:',
      needs: [
        'your address, your e-mail address and your phone number',
        "the serial number of one of your organization's machines",
      ],
      register: 'New user registration and assistance',
      form: 'Fill in the registration form instead',
      help: 'Raise a help request',
      sample: (serial) => `To try it out, use serial number ${serial}, that of a sample machine.`,
    },
  },
  activate: {
    ready: {
      title: 'Activate your account',
      lines: [
        'Your registration is recorded. Press the button to activate your account.',
        'Then sign in with your e-mail address and the temporary password that is in the e-mail.',
      ],
      button: 'Activate my account',
    },
    activated: {
      title: 'Your account is activated',
      lines: [
        'Sign in now: your user name is your e-mail address, and the temporary password is in the activation e-mail.',
        'You will then choose a password of your own.',
      ],
    },
    already: {
      title: 'Your account is already active',
      lines: [
        'There is nothing left to activate. Sign in with your e-mail address and your password; the first time, that is the temporary password in the e-mail.',
      ],
    },
    expired: {
      title: 'This link is no longer valid',
      lines: [
        'An activation link is valid for 24 hours, and this one is older.',
        'Press the button to receive a new e-mail with a new link and a new temporary password.',
      ],
      button: 'Send me a new e-mail',
    },
    resent: {
      title: 'A new e-mail is on its way',
      lines: [
        'Open the latest e-mail and click its activation link. Earlier links and temporary passwords no longer work.',
        'If it does not arrive within a few minutes, look in your junk folder.',
      ],
    },
    superseded: {
      title: 'A newer e-mail is waiting for you',
      lines: [
        'This link has been replaced. Open the latest activation e-mail and use the link in it.',
        "Can't find it? Look in your junk folder, or ask for another e-mail.",
      ],
      another: 'Ask for another e-mail',
    },
    unknown: {
      title: 'This activation link is not recognized',
      lines: [
        'It may be incomplete: copy all of the link from the e-mail into the address bar of your browser.',
        'If that does not help, ask for a new e-mail with your address.',
      ],
      another: 'Ask for a new e-mail',
    },
    limited: {
      title: 'Too many links tried',
      lines: (time) => [
        `Several unknown activation links have been opened from your network. Wait until ${time}, then open the link in the latest e-mail.`,
      ],
    },
    resendLimited: {
      title: 'An e-mail has just been sent',
      lines: (time) => [
        `Look in your inbox and in your junk folder. You can ask for another e-mail from ${time}.`,
      ],
    },
  },
  newPassword: {
    title: 'Choose a new password',
    forced: 'You are signed in with a temporary password. Replace it to enter the portal.',
    chosen: 'Your other open sessions, on every device, will be closed.',
    rules: 'Rules for the password:',
    current: 'Current password',
    currentMissing: 'Enter your current password.',
    currentRefused: 'This is not your current password.',
    password: 'New password',
    confirmation: 'Confirm new password',
    submit: 'Continue',
    broken: 'This password is not safe enough yet',
    wrong: 'Here is what needs correcting',
    notYou: 'Not you?',
    changed: 'Your new password is saved.',
  },
  home: {
    title: (givenName) => `Hello ${givenName}`,
    lead: 'You are in the account management portal.',
    machines: 'Your machines',
    serial: 'Serial number',
    model: 'Model',
    meter: 'Meter reading',
    isContact: 'You are the contact',
    wished: 'Request noted: someone else is still responsible for this reading',
    notContact: 'You are not the contact',
    next: 'What now?',
    steps: [
      'Check that the serial number above is that of your machine.',
      'If something is not right, raise a help request and our team will correct it.',
    ],
    details: 'Your details',
    changePassword: 'Change my password',
    signOut: 'Sign out',
  },
  forgot: {
    title: 'Forgotten password',
    lead: 'Give the e-mail address of your account. You will receive a temporary password or, if your account is not activated yet, a new activation e-mail.',
    email: 'E-mail address of the account',
    submit: 'Send me the e-mail',
    sent: {
      title: 'Check your inbox',
      lines: [
        'If there is an account for this address, an e-mail is on its way. It is valid for 24 hours; only the latest one counts.',
        'If it does not arrive within a few minutes, look in your junk folder and check the address you gave.',
      ],
      again: 'Try another address',
    },
    limited: (time) =>
      `Too many requests. Wait until ${time} before you make another one; look in your junk folder too.`,
  },
};
