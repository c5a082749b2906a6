/** The registration and the help request as plain forms. What the cards say too stands there. */
export const forms = {
  register: {
    title: "S'inscrire",
    lead: "L'inscription au Portail de gestion des comptes se fait en trois étapes. Vous préférez converser\u00a0? L'assistant de la page de connexion pose les mêmes questions.",
    progress: "Étapes de l'inscription",
    here: 'étape en cours',
    finished: 'terminée',
    starred: "Les zones marquées d'un astérisque * sont obligatoires.",
    optional: 'facultatif',
    outsideHint: 'Canada et États-Unis seulement',
    emailHint: "Elle sera votre nom d'utilisateur, et l'e-mail d'activation y sera envoyé.",
    required: (the: string, example: string) => `Il manque ${the}. Exemple\u00a0: ${example}.`,
    wrongFields: (count: number) =>
      count === 1 ? 'Une zone est à corriger\u00a0:' : `${count}\u00a0zones sont à corriger\u00a0:`,
    expired:
      "Votre inscription était ouverte depuis trop longtemps\u00a0: il faut la recommencer. Rien n'a été enregistré.",
    otherBegun: {
      title: "D'autres inscriptions ont été commencées dans ce navigateur",
      lines: [
        "Les réponses de l'inscription que cette page montrait ne sont plus gardées ici.",
        "Choisissez l'inscription à poursuivre. Si la vôtre n'est pas dans la liste, commencez-en une nouvelle.",
      ],
      goOn: (name: string) => `Poursuivre\u00a0: ${name}`,
      nobody: 'inscription sans nom',
      begin: 'Commencer une nouvelle inscription',
    },
    termsText: 'Texte des modalités',
    openTerms: 'Ouvrir les modalités dans une page',
    chooseContact: 'Choisissez Oui ou Non.',
    unknownSerial: (serial: string) =>
      `Aucune machine ne porte le numéro ${serial}. Vérifiez les caractères qui se ressemblent (O et 0, I et 1, B et 8).`,
    lookUpLimited: (time: string) =>
      `Beaucoup de numéros de série ont été essayés. Pour la sécurité de tous, attendez jusqu'à ${time} avant d'en essayer un autre\u00a0; vos réponses sont conservées.`,
    unknownHelp: 'Vous ne trouvez pas le bon numéro\u00a0?',
    askHelp: "Envoyer ce que j'ai rempli à l'équipe d'aide",
    back: 'Revenir en arrière',
    declined: {
      title: "L'inscription s'arrête ici",
      lines: [
        "Vous n'acceptez pas les modalités\u00a0: rien de ce que vous avez écrit n'est conservé.",
        "Vous pouvez recommencer quand vous voulez, ou soulever une demande d'aide si un point des modalités pose problème.",
      ],
      again: 'Recommencer',
    },
    done: {
      resend: "Renvoyer l'e-mail",
      notReceived: "Vous n'avez pas reçu l'e-mail\u00a0?",
      hint: "Regardez d'abord dans les courriers indésirables. Les liens des e-mails précédents ne seront plus valides.",
      returned:
        "L'adresse n'est peut-être pas exacte\u00a0: corrigez-la, et un nouvel e-mail y sera envoyé.",
      resent: "Un nouvel e-mail est en file d'envoi.",
      resendLimited: (time: string) =>
        `Un e-mail vient déjà de partir. Vous pourrez en demander un autre à partir de ${time}.`,
      active: 'Votre compte est déjà activé\u00a0: connectez-vous.',
      notTaken:
        "Ce que vous venez de changer ici n'a pas été repris, et aucun e-mail n'a été envoyé\u00a0: un compte activé garde ses renseignements. Pour les faire corriger, soulevez une demande d'aide.",
      userNameIs: (email: string) => `Votre nom d'utilisateur\u00a0: ${email}`,
      wrongAddress: "Corriger l'adresse e-mail",
      another: 'Inscrire une autre personne',
    },
  },
  help: {
    title: "Soulever une demande d'aide",
    lead: "Décrivez ce qui ne va pas. Une personne du centre d'aide vous répondra par e-mail. Aucun compte n'est nécessaire.",
    tooShort:
      'Décrivez votre demande en quelques mots. Exemple\u00a0: je ne trouve pas le numéro de série.',
    tooLong: (max: number) =>
      `Votre demande est trop longue\u00a0: la limite est de ${max} caractères. Gardez l'essentiel.`,
    emailMissing: "Donnez l'adresse e-mail où vous répondre. Exemple\u00a0: camille@example.org.",
    limited: (time: string) =>
      `Plusieurs demandes ont déjà été envoyées pour cette adresse. Attendez jusqu'à ${time} avant d'en envoyer une autre\u00a0; ce que vous avez écrit est encore ici.`,
    sent: {
      title: (number: string) => `Votre demande ${number} est enregistrée`,
      lines: [
        "Notre équipe vous répondra par e-mail. Un accusé de réception est en route vers l'adresse que vous avez donnée.",
        'Gardez ce numéro si vous devez nous en reparler.',
      ],
    },
  },
};
