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
    help: "Les demandes d'aide.",
    helpList: "Énumère les demandes d'aide.",
    helpShow: "Affiche une demande d'aide.",
    helpClose: "Ferme une demande d'aide.",
    fileArgument: 'fichier CSV',
    serialArgument: 'numéro de série',
    emailArgument: 'adresse e-mail',
    idArgument: 'numéro de la demande, par exemple D-482913',
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
  failed: (reason: string) => `La commande a échoué\u00a0: ${reason}`,
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
    labels: {
      id: 'Identifiant',
      kind: 'Sorte',
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
    alreadyClosed: (id: string) => `La demande ${id} était déjà fermée.`,
    labels: {
      id: 'Numéro',
      status: 'Statut',
      email: 'Répondre à',
      description: 'Ce que la personne écrit',
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
      appType: 'doit être UserAssignedMSI, SingleTenant ou MultiTenant.',
      store: "n'accepte que la valeur «\u00a0embedded\u00a0».",
      logLevel: 'doit être trace, debug, info, warn, error, fatal ou silent.',
      nodeEnv: 'doit être production, development ou test.',
      idMissing: 'ne sert à rien sans MicrosoftAppId.',
      passwordMissing: "est nécessaire avec ce type d'application.",
      tenantMissing: "est nécessaire avec ce type d'application.",
      production: 'est obligatoire en production.',
      storeInProduction:
        'est obligatoire en production\u00a0: «\u00a0embedded\u00a0» permet de garder les données dans des fichiers.',
    } satisfies Readonly<Record<ConfigProblemKind, string>>,
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
