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
    mailsShow: 'Shows what is known about an e-mail, without its content.',
    mailsRetry: 'Queues an e-mail again that was refused, abandoned or returned.',
    mailsAbandon: 'Abandons a queued e-mail.',
    help: 'The help requests.',
    doctor:
      'Checks the configuration, the data, the keys, the public address, the sending of mail and the bot’s identity.',
    helpList: 'Lists the help requests.',
    helpShow: 'Shows a help request.',
    helpClose: 'Closes a help request.',
    store: 'The data.',
    storeCopy:
      'Copies all data from one place to the other: from a trial to production, or back. What is at the destination is never replaced.',
    fromOption: 'where to copy from',
    toOption: 'where to copy to',
    fileArgument: 'CSV file',
    serialArgument: 'serial number',
    emailArgument: 'email address',
    idArgument: 'number of the request, for example D-482913',
    messageOption: 'what the person is answered, by e-mail and in their conversation',
    mailArgument: 'id of the e-mail, as "mails list" shows it',
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
  storeAway:
    'MongoDB does not answer: check MONGODB_URI, the server and the firewall, then try again. Nothing was changed.',
  failed: (reason) => `The command failed: ${reason}`,
  store: {
    sameStore: '--from and --to name the same data: there is nothing to copy.',
    noUri: 'MONGODB_URI names no MongoDB server.',
    progress: 'documents copied or compared',
    labels: {
      collection: 'Collection name',
      found: 'At the origin',
      copied: 'Copied',
      there: 'There already',
      different: 'Different',
      refused: 'Refused',
    },
    verified: 'Verified: all that is at the origin is at the destination.',
    notVerified:
      'The destination has other documents under the same ids or the same unique values: its own were left as they are. Nothing else is missing.',
    keepKeys:
      'Links and temporary passwords that were sent stay good when SECRET_KEYS holds the key in DATA_DIR/secret-keys. Do not start the system on the old copy any more: it would send the same mails.',
  },
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
    none: (id) => `No e-mail has the id "${id}".`,
    queued: (id) => `E-mail ${id} is queued again. It leaves as soon as the server runs.`,
    waiting: (id) => `E-mail ${id} is queued already: it will be tried by itself.`,
    sent: (id) =>
      `E-mail ${id} has left already: nothing has changed. "accounts resend" sends a new activation e-mail.`,
    stale: (id) =>
      `E-mail ${id} would be of no use any more: its link and password have expired or were replaced. For a new activation e-mail: "accounts resend".`,
    abandoned: (id) => `E-mail ${id} is abandoned: it will not be tried again.`,
    already: (id) => `E-mail ${id} was abandoned already.`,
    contentKept: 'never shown: it belongs to its reader alone',
    labels: {
      id: 'Id',
      kind: 'Kind',
      locale: 'Language',
      reason: 'Reason',
      notBefore: 'Next try',
      content: 'Content',
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
    answered: (id) => `Request ${id} is closed. The answer is queued.`,
    alreadyClosed: (id) => `Request ${id} was closed already.`,
    tooLate: (id) => `Request ${id} was closed already: the answer was sent to nobody.`,
    unusableAnswer: 'The answer is empty or longer than 4,000 characters.',
    labels: {
      id: 'Number',
      status: 'Status',
      email: 'Answer to',
      description: 'What the person writes',
      answer: 'Answer',
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
      mongodbUri:
        'has to be a MongoDB address, for example mongodb://host:27017/portal or mongodb+srv://….',
      apiKey: 'does not have the form of an API key: one line, without blanks or accents.',
      webhookKey: 'has to be the public key that SendGrid shows for its Signed Event Webhook.',
      smtpUrl: 'has to be an SMTP address, for example smtps://user:password@host:465.',
      teams: 'has to be on or off.',
      appType: 'has to be UserAssignedMSI or SingleTenant.',
      multiTenant:
        'cannot be MultiTenant: Azure does not create such bots any more. Set UserAssignedMSI (a managed identity) or SingleTenant.',
      thumbprint:
        'has to be the SHA-1 thumbprint of the certificate: 40 hexadecimal digits, with or without colons.',
      privateKey:
        'has to be an RSA private key as PEM, without a password, on several lines or on one with \\n where lines end.',
      store: 'can only be "embedded".',
      logLevel: 'has to be trace, debug, info, warn, error, fatal or silent.',
      headers: 'has to look like name=value,name=value, without blanks or accents.',
      nodeEnv: 'has to be production, development or test.',
      idMissing: 'is of no use without MicrosoftAppId.',
      passwordMissing:
        'is needed with this type of application, unless CertificateThumbprint and CertificatePrivateKey are set.',
      passwordAndCertificate: 'cannot be set beside a certificate: keep one of the two.',
      certificateHalf:
        'is missing: a certificate needs both CertificateThumbprint and CertificatePrivateKey.',
      notWithManagedIdentity:
        'has no place with UserAssignedMSI: a managed identity has no secret. Remove it, or set MicrosoftAppType=SingleTenant.',
      tenantMissing: 'is needed with this type of application.',
      idMissingForTeams:
        'has to be set with TEAMS=on: it is the bot’s identity in Azure. Without Teams, set TEAMS=off.',
      production: 'has to be set in production.',
      httpsInProduction: 'has to begin with https:// in production.',
      storeInProduction:
        'has to be set in production, unless STORE=embedded allows the data to be kept in files.',
      mailInProduction:
        'or SMTP_URL has to be set in production: without either, no mail would leave.',
    },
  },
  doctor: {
    line: (name, says) => `${name}: ${says}`,
    names: {
      config: 'Settings',
      store: 'Data',
      keys: 'Keys',
      publicUrl: 'Public address',
      mail: 'Mail',
      identity: 'Bot identity',
    },
    config: {
      production: 'everything that production needs is set.',
      development: 'good for a development machine (NODE_ENV is not “production”).',
    },
    store: {
      embedded: (folder) => `files in "${folder}", which can be read and written.`,
      held: (pid, host, since) =>
        `files in use by the running server (process ${pid}, ${host}, since ${since}).`,
      unusable: (folder, reason) =>
        `the files in "${folder}" cannot be used (${reason}). Check DATA_DIR and its permissions.`,
      mongodb: 'MongoDB answers, and its indexes are in place.',
      mongodbAway:
        'MongoDB does not answer. Check MONGODB_URI, that the server is running and that the firewall lets us through.',
      mongodbRefuses: (reason) => `MongoDB answers, but cannot serve: ${reason}`,
    },
    keys: {
      given: (count) => (count === 1 ? 'one key in SECRET_KEYS.' : `${count} keys in SECRET_KEYS.`),
      kept: (file) => `in "${file}", readable by you alone.`,
      none: (file) => `none yet: the first start will write one to "${file}".`,
      unusable: (file) => `"${file}" holds no usable key. Restore this file from a backup.`,
    },
    publicUrl: {
      answers: (url) => `${url} answers.`,
      plain: (url) => `${url} answers, but unencrypted. Production needs an https:// address.`,
      silent: (url) =>
        `${url} does not answer. If the server is running, check PUBLIC_URL, the DNS and the reverse proxy.`,
      other: (url) =>
        `${url} answers, but it is not this server. Check PUBLIC_URL and where the reverse proxy leads.`,
    },
    mail: {
      local: 'nothing leaves: mails stay on this machine, at /dev/outbox.',
      accepted: (provider) => `${provider} accepts our mails (nothing was sent).`,
      refused: {
        SendGrid: (reason) =>
          `SendGrid does not accept our mails (${reason}). Check SENDGRID_API_KEY, SENDGRID_BASE_URL and the sender MAIL_FROM in your SendGrid account.`,
        SMTP: (reason) =>
          `the SMTP server does not accept us (${reason}). Check SMTP_URL: host, port, user and password.`,
      },
    },
    identity: {
      withTeams: (type) => `Azure accepts it (${type}), Microsoft Teams is on.`,
      withoutTeams: (type) => `Azure accepts it (${type}), Microsoft Teams is off.`,
      onlyOnAzure: (type) =>
        `set (${type}); a managed identity can be tried on Azure only: run this command in the console of the App Service.`,
      directLineInVain:
        'none, but DIRECT_LINE_SECRET is set: the Direct Line of Azure could not call this bot, and the chat would stay without answers. Set MicrosoftAppId and the other MicrosoftApp variables, or remove DIRECT_LINE_SECRET.',
      noGuid: (variable) =>
        `${variable} does not look like one of Azure's ids (8-4-4-4-12 hexadecimal digits). Copy it from the Azure portal.`,
      noKeys:
        'the keys of the channels cannot be read: no message would be accepted. Let https requests to login.botframework.com out.',
      noToken: (way, code) =>
        `Azure gives no token${code === '' ? '' : ` (${code})`}. ${
          {
            managedIdentity:
              'Check that the managed identity of MicrosoftAppId is assigned to this App Service.',
            password:
              'Check MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppPassword, and that this secret has not expired.',
            certificate:
              "Check MicrosoftAppId and MicrosoftAppTenantId, and that this certificate is the application's and has not expired.",
          }[way]
        }`,
      local: 'none: /api/messages answers on this machine only.',
      nobody:
        'none: /api/messages is closed. For Teams or Azure set MicrosoftAppId and the other MicrosoftApp variables.',
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
