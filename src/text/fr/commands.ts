import type { ConfigProblemKind } from '../../domain/configProblem';
import type { MachineColumn, RowProblem } from '../../domain/machineRow';

type OfKind<K extends RowProblem['kind']> = Extract<RowProblem, { readonly kind: K }>;

export const commands = {
  help: {
    program: "Commandes du personnel\u00a0: machines, comptes, e-mails et demandes d'aide.",
    machines: 'La liste des machines sous contrat.',
    machinesImport:
      'Importe une liste de machines (CSV en UTF-8, séparé par des virgules ou des points-virgules).',
    machinesShow: 'Affiche une machine.',
    accounts: 'Les comptes.',
    accountsList: 'Énumère les comptes.',
    accountsShow: "Affiche le compte d'une adresse e-mail.",
    accountsResend:
      "Envoie un nouvel e-mail d'activation au compte d'une adresse e-mail\u00a0; les liens précédents ne fonctionnent plus.",
    mails: 'Les e-mails que le système a envoyés ou doit envoyer.',
    mailsList: 'Énumère les e-mails, sans leur contenu.',
    mailsShow: "Affiche ce qu'on sait d'un e-mail, sans son contenu.",
    mailsRetry: "Remet en file d'envoi un e-mail refusé, abandonné ou retourné.",
    mailsAbandon: "Abandonne un e-mail en file d'envoi.",
    help: "Les demandes d'aide.",
    doctor:
      "Vérifie la configuration, les données, les clés, l'adresse publique, l'envoi d'e-mails et l'identité du bot.",
    helpList: "Énumère les demandes d'aide.",
    helpShow: "Affiche une demande d'aide.",
    helpClose: "Ferme une demande d'aide.",
    store: 'Les données.',
    storeCopy:
      "Copie toutes les données d'un endroit à l'autre\u00a0: d'un essai à la production, ou l'inverse. Ce qui est à destination n'est jamais remplacé.",
    fromOption: "d'où copier",
    toOption: 'où copier',
    fileArgument: 'fichier CSV',
    serialArgument: 'numéro de série',
    emailArgument: 'adresse e-mail',
    idArgument: 'numéro de la demande, par exemple D-482913',
    messageOption: 'ce qui est répondu à la personne, par e-mail et dans sa conversation',
    mailArgument: "identifiant de l'e-mail, comme l'affiche «\u00a0mails list\u00a0»",
    dryRunOption: 'lit et vérifie le fichier sans rien changer',
    jsonOption: 'écrit du JSON',
    stateOption: (states: string) => `seulement les e-mails dans cet état (${states})`,
    helpOption: "affiche l'aide",
    titles: {
      'Usage:': 'Utilisation\u00a0:',
      'Arguments:': 'Arguments\u00a0:',
      'Options:': 'Options\u00a0:',
      'Commands:': 'Commandes\u00a0:',
    },
  },
  misuse: {
    unknownCommand: "Cette commande n'existe pas. Voyez l'aide\u00a0: npm run staff -- --help",
    unknownOption: "Cette option n'existe pas. Ajoutez --help à la commande pour voir les siennes.",
    missingArgument: 'Il manque un argument. Ajoutez --help à la commande pour voir lesquels.',
    excessArguments: "Il y a trop d'arguments. Ajoutez --help à la commande pour voir lesquels.",
    optionValue: "Il manque la valeur d'une option, ou elle n'est pas permise. Voyez --help.",
  },
  held: (pid: number, host: string, since: string) =>
    `Depuis le ${since}, les données sont utilisées par le processus ${pid} (${host}). Arrêtez-le d'abord\u00a0: les données intégrées appartiennent à un seul processus à la fois.`,
  storeAway:
    "MongoDB ne répond pas\u00a0: vérifiez MONGODB_URI, le serveur et le pare-feu, puis recommencez. Rien n'a été changé.",
  failed: (reason: string) => `La commande a échoué\u00a0: ${reason}`,
  store: {
    sameStore: "--from et --to nomment les mêmes données\u00a0: il n'y a rien à copier.",
    noUri: "MONGODB_URI n'indique aucun serveur MongoDB.",
    progress: 'documents',
    labels: {
      collection: 'Collection',
      found: "À l'origine",
      copied: 'Copiés',
      there: 'Déjà là',
      different: 'Différents',
      refused: 'Refusés',
    },
    verified: "Vérifié\u00a0: tout ce qui est à l'origine est à destination.",
    notVerified:
      "La destination a d'autres documents sous les mêmes identifiants ou les mêmes valeurs uniques\u00a0: les siens sont restés tels quels. Rien d'autre ne manque.",
    keepKeys:
      "Les liens et les mots de passe temporaires déjà envoyés restent bons si SECRET_KEYS contient la clé du fichier secret-keys de DATA_DIR. Ne démarrez plus le système sur l'ancienne copie\u00a0: il enverrait les mêmes e-mails.",
  },
  machines: {
    none: (serial: string) => `Aucune machine n'a le numéro de série «\u00a0${serial}\u00a0».`,
    fileUnreadable: (file: string, reason: string) =>
      `Le fichier «\u00a0${file}\u00a0» ne peut pas être lu (${reason}).`,
    notUtf8:
      "Le fichier n'est pas en UTF-8 (il est peut-être en Windows-1252). Enregistrez-le en «\u00a0CSV UTF-8\u00a0» et recommencez. Rien n'a été importé.",
    empty: 'Le fichier est vide.',
    columnsMissing: (columns: string) =>
      `Il manque des colonnes dans la première ligne\u00a0: ${columns}. Rien n'a été importé.`,
    refusedRow: (line: number, reason: string) => `Ligne ${line} refusée\u00a0: ${reason}`,
    progress: 'lignes lues',
    counts: {
      read: 'Lignes lues',
      added: 'Machines ajoutées',
      changed: 'Machines modifiées',
      unchanged: 'Machines inchangées',
      refused: 'Lignes refusées',
    },
    dryRun: "Essai seulement\u00a0: rien n'a été changé.",
    labels: {
      serial: 'Numéro de série',
      model: 'Modèle',
      customerNumber: 'Numéro de client',
      customerName: 'Client',
      siteCity: 'Ville',
      partner: 'Partenaire',
    },
  },
  rowProblems: {
    missing: ({ column }: { readonly column: MachineColumn }) =>
      `la colonne ${column} est vide, alors qu'elle est obligatoire.`,
    serialForm: () =>
      "le numéro de série n'en a pas la forme\u00a0: au moins quatre lettres ou chiffres, dont un chiffre, par exemple GNX130001.",
    tooLong: ({ column, max }: OfKind<'tooLong'>) =>
      `la colonne ${column} dépasse ${max} caractères.`,
    controlCharacters: ({ column }: OfKind<'controlCharacters'>) =>
      `la colonne ${column} contient un caractère de contrôle ou un caractère invisible.`,
    columnCount: ({ expected, found }: OfKind<'columnCount'>) =>
      `elle a ${found} cellule(s) au lieu de ${expected}.`,
    unreadable: () => "un guillemet n'est pas fermé, ou la ligne est beaucoup trop longue.",
    duplicate: ({ firstLine }: OfKind<'duplicate'>) =>
      `ce numéro de série se trouve déjà, avec un autre contenu, à la ligne ${firstLine}.`,
    otherWriting: ({ serial }: OfKind<'otherWriting'>) =>
      `ce numéro de série se trouve déjà dans la liste, écrit «\u00a0${serial}\u00a0».`,
  } satisfies { readonly [K in RowProblem['kind']]: (problem: OfKind<K>) => string },
  accounts: {
    empty: "Il n'y a pas encore de compte.",
    none: (email: string) => `Aucun compte n'a l'adresse «\u00a0${email}\u00a0».`,
    resent: (email: string, id: string) =>
      `Un nouvel e-mail d'activation est en attente pour ${email} (${id}). Il partira au prochain démarrage du serveur.`,
    alreadyActive: (email: string) =>
      `Le compte de ${email} est déjà actif. La personne peut choisir «\u00a0Mot de passe oublié\u00a0» à la page d'ouverture de session.`,
    labels: {
      email: 'E-mail',
      name: 'Nom',
      address: 'Adresse',
      phone: 'Téléphone',
      locale: 'Langue',
      status: 'Statut',
      origin: 'Origine',
      machines: 'Machines du compte',
      meterContact: 'Personne ressource pour',
      meterContactWanted: "Personne ressource après l'activation pour",
      consents: 'Consentements',
      mails: 'E-mails envoyés',
      createdAt: 'Créé le',
    },
  },
  mails: {
    empty: "Il n'y a pas d'e-mail.",
    unknownState: (states: string) => `Cet état n'existe pas. Les états sont\u00a0: ${states}.`,
    none: (id: string) => `Aucun e-mail n'a l'identifiant «\u00a0${id}\u00a0».`,
    queued: (id: string) =>
      `L'e-mail ${id} est de nouveau en file d'envoi. Il part dès que le serveur fonctionne.`,
    waiting: (id: string) =>
      `L'e-mail ${id} est déjà en file d'envoi\u00a0: il sera essayé sans intervention.`,
    sent: (id: string) =>
      `L'e-mail ${id} est déjà parti\u00a0: rien n'a changé. «\u00a0accounts resend\u00a0» envoie un nouvel e-mail d'activation.`,
    stale: (id: string) =>
      `L'e-mail ${id} ne servirait plus à rien\u00a0: son lien et son mot de passe ont expiré ou ont été remplacés. Pour un nouvel e-mail d'activation\u00a0: «\u00a0accounts resend\u00a0».`,
    abandoned: (id: string) => `L'e-mail ${id} est abandonné\u00a0: il ne sera plus essayé.`,
    already: (id: string) => `L'e-mail ${id} était déjà abandonné.`,
    contentKept: "jamais affiché\u00a0: il n'appartient qu'à la personne qui le reçoit",
    labels: {
      id: 'Identifiant',
      kind: 'Sorte',
      locale: 'Langue',
      reason: 'Raison',
      notBefore: 'Prochain essai',
      content: 'Contenu',
      to: 'À',
      state: 'État',
      attempts: 'Essais',
      createdAt: 'Créé le',
    },
  },
  requests: {
    empty: "Il n'y a pas de demande d'aide.",
    none: (id: string) => `Aucune demande d'aide n'a le numéro «\u00a0${id}\u00a0».`,
    closed: (id: string) => `La demande ${id} est fermée.`,
    answered: (id: string) => `La demande ${id} est fermée. La réponse est en file d'envoi.`,
    alreadyClosed: (id: string) => `La demande ${id} était déjà fermée.`,
    tooLate: (id: string) =>
      `La demande ${id} était déjà fermée\u00a0: la réponse n'a été envoyée à personne.`,
    unusableAnswer: 'La réponse est vide ou dépasse 4\u00a0000 caractères.',
    labels: {
      id: 'Numéro',
      status: 'Statut',
      email: 'Répondre à',
      description: 'Ce que la personne écrit',
      answer: 'Réponse',
      draft: 'Ce qui était rempli',
      locale: 'Langue',
      channel: 'Canal',
      mails: 'E-mails envoyés',
      createdAt: 'Reçue le',
      closedAt: 'Fermée le',
    },
  },
  config: {
    title: 'La configuration a des problèmes\u00a0:',
    problems: {
      port: 'doit être un nombre de 0 à 65535.',
      url: 'doit être une adresse complète, par exemple https://portail.example.org.',
      mailbox: 'doit être une adresse e-mail, par exemple portail@example.org.',
      keys: 'doit contenir des clés de 32 caractères ou plus, séparées par des virgules.',
      mongodbUri:
        'doit être une adresse MongoDB, par exemple mongodb://hote:27017/portail ou mongodb+srv://….',
      apiKey: "n'a pas la forme d'une clé d'API\u00a0: une seule ligne, sans espaces ni accents.",
      webhookKey:
        'doit être la clé publique que SendGrid affiche pour son «\u00a0Signed Event Webhook\u00a0».',
      smtpUrl: 'doit être une adresse SMTP, par exemple smtps://utilisateur:mot-de-passe@hote:465.',
      teams: 'doit être on ou off.',
      appType: 'doit être UserAssignedMSI ou SingleTenant.',
      multiTenant:
        "n'accepte pas MultiTenant\u00a0: Azure ne crée plus de bots de ce type. Mettez UserAssignedMSI (identité managée) ou SingleTenant.",
      thumbprint:
        "doit être l'empreinte SHA-1 du certificat\u00a0: 40 chiffres hexadécimaux, avec ou sans deux-points.",
      privateKey:
        'doit être une clé privée RSA au format PEM, sans mot de passe, sur plusieurs lignes ou sur une seule avec \\n à la fin de chaque ligne.',
      store: "n'accepte que la valeur «\u00a0embedded\u00a0».",
      logLevel: 'doit être trace, debug, info, warn, error, fatal ou silent.',
      headers: 'doit être de la forme nom=valeur,nom=valeur, sans espaces ni accents.',
      nodeEnv: 'doit être production, development ou test.',
      idMissing: 'ne sert à rien sans MicrosoftAppId.',
      passwordMissing:
        "est nécessaire avec ce type d'application, sauf avec CertificateThumbprint et CertificatePrivateKey.",
      passwordAndCertificate:
        "n'est pas permis avec un certificat\u00a0: gardez l'un ou l'autre, pas les deux.",
      certificateHalf:
        'manque\u00a0: un certificat exige à la fois CertificateThumbprint et CertificatePrivateKey.',
      notWithManagedIdentity:
        "n'a pas sa place avec UserAssignedMSI\u00a0: une identité managée n'a pas de secret. Retirez-le, ou mettez MicrosoftAppType=SingleTenant.",
      tenantMissing: "est nécessaire avec ce type d'application.",
      idMissingForTeams:
        "est obligatoire avec TEAMS=on\u00a0: c'est l'identité du bot dans Azure. Sans Teams, mettez TEAMS=off.",
      production: 'est obligatoire en production.',
      httpsInProduction: 'doit commencer par https:// en production.',
      storeInProduction:
        'est obligatoire en production, sauf avec STORE=embedded, qui permet de garder les données dans des fichiers.',
      mailInProduction:
        "ou SMTP_URL est obligatoire en production\u00a0: sans l'un ni l'autre, aucun e-mail ne partirait.",
    } satisfies Readonly<Record<ConfigProblemKind, string>>,
  },
  doctor: {
    line: (name: string, says: string) => `${name}\u00a0: ${says}`,
    names: {
      config: 'Configuration',
      store: 'Données',
      keys: 'Clés',
      publicUrl: 'Adresse publique',
      mail: 'E-mails',
      identity: 'Identité du bot',
    },
    config: {
      production: 'tout ce que la production exige est réglé.',
      development:
        "bonne pour un poste de développement (NODE_ENV n'est pas «\u00a0production\u00a0»).",
    },
    store: {
      embedded: (folder: string) =>
        `fichiers dans «\u00a0${folder}\u00a0», lisibles et modifiables.`,
      held: (pid: number, host: string, since: string) =>
        `fichiers utilisés par le serveur en marche (processus ${pid}, ${host}, depuis le ${since}).`,
      unusable: (folder: string, reason: string) =>
        `les fichiers dans «\u00a0${folder}\u00a0» ne peuvent pas être utilisés (${reason}). Vérifiez DATA_DIR et ses droits d'accès.`,
      mongodb: 'MongoDB répond, et ses index sont en place.',
      mongodbAway:
        'MongoDB ne répond pas. Vérifiez MONGODB_URI, que le serveur fonctionne et que le pare-feu laisse passer.',
      mongodbRefuses: (reason: string) =>
        `MongoDB répond, mais ne peut pas servir\u00a0: ${reason}`,
    },
    keys: {
      given: (count: number) =>
        count === 1 ? 'une clé dans SECRET_KEYS.' : `${count} clés dans SECRET_KEYS.`,
      kept: (file: string) => `dans «\u00a0${file}\u00a0», lisible par vous seul.`,
      none: (file: string) =>
        `aucune encore\u00a0: le premier démarrage en écrira une dans «\u00a0${file}\u00a0».`,
      unusable: (file: string) =>
        `«\u00a0${file}\u00a0» ne contient pas de clé utilisable. Restaurez ce fichier à partir d'une copie de sauvegarde.`,
    },
    publicUrl: {
      answers: (url: string) => `${url} répond.`,
      plain: (url: string) =>
        `${url} répond, mais sans chiffrement. La production exige une adresse https://.`,
      silent: (url: string) =>
        `${url} ne répond pas. Si le serveur est en marche, vérifiez PUBLIC_URL, le DNS et le mandataire inverse.`,
      other: (url: string) =>
        `${url} répond, mais ce n'est pas ce serveur. Vérifiez PUBLIC_URL et ce vers quoi pointe le mandataire inverse.`,
    },
    mail: {
      local: "rien ne part\u00a0: les e-mails restent sur cette machine, à l'adresse /dev/outbox.",
      accepted: (provider: string) => `${provider} accepte nos e-mails (rien n'a été envoyé).`,
      refused: {
        SendGrid: (reason: string) =>
          `SendGrid n'accepte pas nos e-mails (${reason}). Vérifiez SENDGRID_API_KEY, SENDGRID_BASE_URL et l'expéditeur MAIL_FROM dans votre compte SendGrid.`,
        SMTP: (reason: string) =>
          `le serveur SMTP ne nous accepte pas (${reason}). Vérifiez SMTP_URL\u00a0: l'hôte, le port, l'utilisateur et le mot de passe.`,
      },
    },
    identity: {
      withTeams: (type: string) => `Azure l'accepte (${type}), Microsoft Teams est activé.`,
      withoutTeams: (type: string) => `Azure l'accepte (${type}), Microsoft Teams est désactivé.`,
      onlyOnAzure: (type: string) =>
        `réglée (${type})\u00a0; une identité managée ne s'essaie que sur Azure\u00a0: lancez cette commande dans la console de l'App Service.`,
      directLineInVain:
        "aucune, mais DIRECT_LINE_SECRET est réglé\u00a0: le Direct Line d'Azure ne pourrait pas appeler ce bot, et le clavardage resterait sans réponse. Réglez MicrosoftAppId et les autres variables MicrosoftApp, ou retirez DIRECT_LINE_SECRET.",
      noGuid: (variable: string) =>
        `${variable} n'a pas la forme d'un identifiant d'Azure (8-4-4-4-12 chiffres hexadécimaux). Copiez-le du portail Azure.`,
      noKeys:
        'les clés des canaux ne peuvent pas être lues\u00a0: aucun message ne serait accepté. Laissez sortir les requêtes https vers login.botframework.com.',
      noToken: (way: 'managedIdentity' | 'password' | 'certificate', code: string) =>
        `Azure ne donne pas de jeton${code === '' ? '' : ` (${code})`}. ${
          {
            managedIdentity:
              "Vérifiez que l'identité managée de MicrosoftAppId est attribuée à cette App Service.",
            password:
              "Vérifiez MicrosoftAppId, MicrosoftAppTenantId et MicrosoftAppPassword, et que ce secret n'a pas expiré.",
            certificate:
              "Vérifiez MicrosoftAppId et MicrosoftAppTenantId, et que ce certificat est celui de l'application et n'a pas expiré.",
          }[way]
        }`,
      local: 'aucune\u00a0: /api/messages ne répond que sur cette machine.',
      nobody:
        'aucune\u00a0: /api/messages est fermé. Pour Teams ou Azure, réglez MicrosoftAppId et les autres variables MicrosoftApp.',
    },
  },
  portTaken: (port: number) =>
    `Le port ${port} est déjà pris\u00a0: arrêtez l'autre processus ou choisissez un autre port avec PORT.`,
  started: (url: string) =>
    `Prêt. Ouvrez ${url}/ dans un navigateur\u00a0; les e-mails se lisent sur ${url}/dev/outbox. Dans un terminal, «\u00a0npm run talk\u00a0» parle à l'assistant.`,
  talk: {
    intro:
      "Écrivez vos réponses. «\u00a0/1\u00a0» appuie sur le premier bouton d'une fiche, «\u00a0/1 unit=4; city=Laval\u00a0» la remplit aussi. Ctrl-D pour finir.",
    noButton: (count: number) =>
      count === 0 ? "Il n'y a pas de bouton." : `Il y a ${count} boutons.`,
  },
};
