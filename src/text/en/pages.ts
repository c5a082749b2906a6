import type { pages as french } from '../fr/pages';

export const pages: typeof french = {
  portal: 'Account management portal',
  skipToContent: 'Skip to content',
  languages: 'Page language',
  otherLanguage: 'Français',
  terms: 'Account management terms',
  help: 'Raise a help request',
  signIn: 'Sign in',
  home: 'Home',
  termsVersion: (version, effectiveOn) =>
    `Version ${version}, in force since ${date.format(effectiveOn)}`,
  errorCode: (status) => `Error ${status}`,
  errors: {
    notFound: {
      title: 'This page does not exist',
      lines: [
        'The address may be incomplete, or the page may have moved.',
        'If you followed a link from an e-mail, copy all of it into the address bar of your browser.',
      ],
    },
    refused: {
      title: 'This request is refused',
      lines: [
        'It comes from a page of another site, or your browser hides where it comes from.',
        'Open the portal directly and try again.',
      ],
    },
    tooLarge: {
      title: 'This is too long',
      lines: [
        'What you sent is over the limit and was not read.',
        'Go back and send a shorter form of it.',
      ],
    },
    unreadable: {
      title: 'This request could not be read',
      lines: ['Go back to the page with the form and send it again.'],
    },
    failed: {
      title: 'Something went wrong on our side',
      lines: [
        'Your request could not be completed. Please try again in a few minutes.',
        'What you had already saved has been kept.',
      ],
    },
  },
  outbox: 'Local outbox',
  outboxLead:
    'The e-mails below have not left this computer. This page exists only during development.',
  outboxEmpty:
    'No e-mail yet. Register someone in the conversation and the activation e-mail will appear here.',
  outboxHtml: 'HTML version:',
  outboxText: 'Text version',
  moment: (when) => moment.format(when),
  time: (when) => time.format(Math.ceil(when.getTime() / 60_000) * 60_000),
  mailStates: {
    queued: 'queued',
    accepted: 'sent',
    delivered: 'delivered',
    bounced: 'bounced',
    dropped: 'dropped',
    abandoned: 'abandoned',
  },
};

const date = new Intl.DateTimeFormat('en-CA', { dateStyle: 'long', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en-CA', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'America/Toronto',
});
const time = new Intl.DateTimeFormat('en-CA', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'America/Toronto',
  timeZoneName: 'short',
});
