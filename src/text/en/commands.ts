import type { commands as french } from '../fr/commands';

export const commands: typeof french = {
  help: {
    program: 'Staff commands: machines, accounts, mails and help requests.',
    machines: 'The list of machines under contract.',
    machinesImport: 'Imports a list of machines (CSV in UTF-8, with commas or semicolons).',
    machinesShow: 'Shows a machine.',
    accounts: 'The accounts.',
    accountsList: 'Lists the accounts.',
    accountsShow: 'Shows the account of an email address.',
    accountsResend:
      'Sends a new activation e-mail to the account of an e-mail address; earlier links stop working.',
    mails: 'The mails that were sent or are to be sent.',
    mailsList: 'Lists the mails, without their contents.',
    help: 'The help requests.',
    helpList: 'Lists the help requests.',
    helpShow: 'Shows a help request.',
    helpClose: 'Closes a help request.',
    fileArgument: 'CSV file',
    serialArgument: 'serial number',
    emailArgument: 'email address',
    idArgument: 'number of the request, for example D-482913',
    dryRunOption: 'reads and checks the file without changing anything',
    jsonOption: 'writes JSON',
    stateOption: (states) => `only mails in this state (${states})`,
    helpOption: 'shows this help',
    titles: {
      'Usage:': 'Usage:',
      'Arguments:': 'Arguments:',
      'Options:': 'Options:',
      'Commands:': 'Commands:',
    },
  },
  misuse: {
    unknownCommand: 'There is no such command. See the help: npm run staff -- --help',
    unknownOption: 'There is no such option. Add --help to the command to see what it takes.',
    missingArgument: 'An argument is missing. Add --help to the command to see which.',
    excessArguments: 'There are too many arguments. Add --help to the command to see which.',
    optionValue: "An option's value is missing, or it is not allowed. See --help.",
  },
  held: (pid, host, since) =>
    `Since ${since}, the data is in use by process ${pid} (${host}). Stop it first: the embedded store belongs to one process at a time.`,
  failed: (reason) => `The command failed: ${reason}`,
  machines: {
    none: (serial) => `No machine has the serial number "${serial}".`,
    fileUnreadable: (file, reason) => `The file "${file}" cannot be read (${reason}).`,
    notUtf8:
      'The file is not in UTF-8 (it may be in Windows-1252). Save it as "CSV UTF-8" and try again. Nothing was imported.',
    empty: 'The file is empty.',
    columnsMissing: (columns) =>
      `Columns are missing from the first line: ${columns}. Nothing was imported.`,
    refusedRow: (line, reason) => `Line ${line} refused: ${reason}`,
    progress: 'rows read',
    counts: {
      read: 'Rows read',
      added: 'Machines added',
      changed: 'Machines changed',
      unchanged: 'Machines unchanged',
      refused: 'Rows refused',
    },
    dryRun: 'Dry run only: nothing was changed.',
    labels: {
      serial: 'Serial number',
      model: 'Model',
      customerNumber: 'Customer number',
      customerName: 'Customer',
      siteCity: 'City',
      partner: 'Partner',
    },
  },
  rowProblems: {
    missing: ({ column }) => `the column ${column} is empty but has to be filled in.`,
    serialForm: () =>
      'the serial number does not look like one: at least four letters or digits, one of them a digit, for example GNX130001.',
    tooLong: ({ column, max }) => `the column ${column} is longer than ${max} characters.`,
    controlCharacters: ({ column }) =>
      `the column ${column} has a control character or an invisible character in it.`,
    columnCount: ({ expected, found }) => `it has ${found} cell(s) instead of ${expected}.`,
    unreadable: () => 'a quotation mark is not closed, or the line is far too long.',
    duplicate: ({ firstLine }) =>
      `this serial number stands on line ${firstLine} already, with other content.`,
    otherWriting: ({ serial }) => `this serial number is in the list already, written "${serial}".`,
  },
  accounts: {
    empty: 'There is no account yet.',
    none: (email) => `No account has the address "${email}".`,
    resent: (email, id) =>
      `A new activation e-mail is queued for ${email} (${id}). It goes out the next time the server starts.`,
    alreadyActive: (email) =>
      `The account of ${email} is active already. They can choose “Forgotten password” on the sign-in page.`,
    labels: {
      email: 'Email',
      name: 'Name',
      address: 'Address',
      phone: 'Phone',
      locale: 'Language',
      status: 'Status',
      origin: 'Origin',
      machines: 'Machines',
      meterContact: 'Meter contact for',
      meterContactWanted: 'Meter contact once active for',
      consents: 'Consents',
      mails: 'Mails',
      createdAt: 'Created',
    },
  },
  mails: {
    empty: 'There is no mail.',
    unknownState: (states) => `There is no such state. The states are: ${states}.`,
    labels: {
      id: 'Id',
      kind: 'Kind',
      to: 'To',
      state: 'State',
      attempts: 'Tries',
      createdAt: 'Created',
    },
  },
  requests: {
    empty: 'There is no help request.',
    none: (id) => `No help request has the number "${id}".`,
    closed: (id) => `Request ${id} is closed.`,
    alreadyClosed: (id) => `Request ${id} was closed already.`,
    labels: {
      id: 'Number',
      status: 'Status',
      email: 'Answer to',
      description: 'What the person writes',
      draft: 'What was filled in',
      locale: 'Language',
      channel: 'Channel',
      mails: 'Mails',
      createdAt: 'Received',
      closedAt: 'Closed',
    },
  },
  config: {
    title: 'The configuration has problems:',
    problems: {
      port: 'has to be a number from 0 to 65535.',
      url: 'has to be a whole address, for example https://portal.example.org.',
      mailbox: 'has to be an email address, for example portal@example.org.',
      keys: 'has to hold keys of 32 characters or more, with commas between them.',
      appType: 'has to be UserAssignedMSI, SingleTenant or MultiTenant.',
      store: 'can only be "embedded".',
      logLevel: 'has to be trace, debug, info, warn, error, fatal or silent.',
      nodeEnv: 'has to be production, development or test.',
      idMissing: 'is of no use without MicrosoftAppId.',
      passwordMissing: 'is needed with this type of application.',
      tenantMissing: 'is needed with this type of application.',
      production: 'has to be set in production.',
      storeInProduction:
        'has to be set in production: "embedded" allows the data to be kept in files.',
    },
  },
  portTaken: (port) =>
    `Port ${port} is taken: stop the other process or choose another port with PORT.`,
  started: (url) =>
    `Ready. Open ${url}/ in a browser; the mails are read at ${url}/dev/outbox. In a terminal, “npm run talk” talks to the assistant.`,
  talk: {
    intro:
      'Type your answers. “/1” presses the first button of a card, “/1 unit=4; city=Laval” fills it in as well. Ctrl-D to end.',
    noButton: (count) => (count === 0 ? 'There are no buttons.' : `There are ${count} buttons.`),
  },
};
