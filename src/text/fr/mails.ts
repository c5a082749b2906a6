export const mails = {
  greeting: (name: string) => `Bonjour ${name},`,
  help: (address: string) => `Besoin d'aide\u00a0? Répondez à cet e-mail ou écrivez à ${address}.`,
  activation: {
    subject: 'Activez votre compte du Portail de gestion des comptes',
    preheader:
      "Votre lien d'activation et votre mot de passe temporaire, valides pendant 24 heures.",
    heading: 'Activez votre compte',
    intro:
      "Votre inscription est enregistrée. Il ne reste qu'à activer votre compte, puis à vous connecter avec le mot de passe temporaire ci-dessous.",
    button: 'Activer mon compte',
    link: 'Si le bouton ne fonctionne pas, copiez ce lien dans votre navigateur\u00a0:',
    userName: "Nom d'utilisateur",
    temporaryPassword: 'Mot de passe temporaire',
    valid: (until: Date) =>
      `Le lien et le mot de passe temporaire sont valides pendant 24 heures, jusqu'au ${moment.format(until)} (heure de l'Est).`,
    stepsTitle: 'Prochaines étapes',
    steps: [
      "Cliquez sur le lien d'activation. Une page de votre navigateur confirmera l'activation de votre compte.",
      "Retournez au portail et connectez-vous\u00a0: votre nom d'utilisateur est votre e-mail, et le mot de passe est le mot de passe temporaire.",
      'Choisissez un nouveau mot de passe et confirmez-le. Vous voilà dans le portail.',
    ],
    why: "Vous recevez cet e-mail parce que cette adresse a été donnée lors d'une inscription au Portail de gestion des comptes. Si ce n'est pas vous, ne faites rien\u00a0: le compte ne sera pas activé.",
  },
  reset: {
    subject: 'Votre mot de passe temporaire du Portail de gestion des comptes',
    preheader: "Valide pendant 24 heures, il vous mène au choix d'un nouveau mot de passe.",
    heading: 'Choisissez un nouveau mot de passe',
    intro:
      'Un nouveau mot de passe a été demandé pour votre compte. Ouvrez une session avec le mot de passe temporaire ci-dessous\u00a0; vous choisirez ensuite votre nouveau mot de passe.',
    button: 'Ouvrir une session',
    valid: (until: Date) =>
      `Le mot de passe temporaire est valide pendant 24 heures, jusqu'au ${moment.format(until)} (heure de l'Est).`,
    kept: "Votre mot de passe actuel fonctionne tant que vous n'en avez pas choisi un autre.",
    notYou: "Si vous n'avez rien demandé, ne faites rien\u00a0: rien ne change dans votre compte.",
    why: 'Vous recevez cet e-mail parce que «\u00a0Mot de passe oublié\u00a0» a été choisi pour cette adresse au Portail de gestion des comptes.',
  },
  alreadyRegistered: {
    subject: 'Vous avez déjà un compte au Portail de gestion des comptes',
    preheader: "Une inscription a été demandée avec votre adresse e-mail. Rien n'a été modifié.",
    heading: 'Vous avez déjà un compte',
    intro:
      "Une inscription au portail vient d'être demandée avec votre adresse e-mail. Comme cette adresse a déjà un compte, aucun autre compte n'a été créé et rien n'a été modifié dans le vôtre.",
    active: [
      "Pour ouvrir une session, utilisez votre e-mail comme nom d'utilisateur et votre mot de passe habituel.",
      "Si vous ne vous en souvenez plus, choisissez «\u00a0Mot de passe oublié\u00a0» à la page d'ouverture de session du portail.",
    ],
    invited: (address: string) => [
      "Votre compte n'est pas encore activé. Utilisez le lien et le mot de passe temporaire de l'e-mail d'activation que vous avez reçu, s'il date de moins de 24 heures.",
      `Pour obtenir un nouvel e-mail d'activation, choisissez «\u00a0Mot de passe oublié\u00a0» à la page d'ouverture de session du portail, ou écrivez à ${address}.`,
    ],
    notYou:
      "Si cette demande ne vient pas de vous, vous n'avez rien à faire. Personne n'a eu accès à votre compte.",
    why: "Vous recevez cet e-mail parce que votre adresse a servi à une nouvelle demande d'inscription au Portail de gestion des comptes.",
  },
  helpRequest: {
    subject: (number: string) => `Demande d'aide ${number}`,
    preheader: (email: string) => `Nouvelle demande de ${email}`,
    heading: (number: string) => `Demande d'aide ${number}`,
    intro: "Une personne demande de l'aide pour son inscription au portail.",
    number: 'Numéro',
    answerTo: 'Répondre à',
    language: 'Langue',
    languages: { fr: 'français', en: 'anglais' },
    channel: 'Canal',
    asked: 'Reçue le',
    moment: (when: Date) => `${moment.format(when)} (heure de l'Est)`,
    description: 'Description',
    facts: 'Ce qui a été rempli',
    factsAgreed: 'La personne a accepté que ses réponses soient jointes à sa demande.',
    noFacts: "Aucune réponse n'est jointe à cette demande.",
    why: "Vous recevez cet e-mail parce que les demandes d'aide du Portail de gestion des comptes sont envoyées à cette adresse. Répondre à cet e-mail écrit à la personne.",
  },
  helpReceipt: {
    subject: (number: string) => `Nous avons reçu votre demande d'aide ${number}`,
    preheader: "Une personne du centre d'aide vous répondra par e-mail.",
    heading: 'Votre demande est reçue',
    greeting: 'Bonjour,',
    intro:
      "Merci de nous avoir écrit. Une personne du centre d'aide lira votre demande et vous répondra à cette adresse.",
    number: 'Numéro de votre demande',
    more: "Pour ajouter une précision, répondez à cet e-mail en gardant ce numéro dans l'objet.",
    why: "Vous recevez cet e-mail parce que cette adresse a été donnée pour répondre à une demande d'aide du Portail de gestion des comptes. Si ce n'est pas vous, vous pouvez l'ignorer.",
  },
  helpAnswer: {
    subject: (number: string) => `Réponse à votre demande d'aide ${number}`,
    preheader: "Une personne du centre d'aide vous a répondu.",
    heading: "Le centre d'aide vous répond",
    answer: "Réponse du centre d'aide",
    more: "Si cela ne règle pas votre question, répondez à cet e-mail en gardant le numéro dans l'objet.",
  },
};

const moment = new Intl.DateTimeFormat('fr-CA', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'America/Toronto',
});
