/** Pages around an account: signing in, activating, choosing a password, the signed-in home. */
export const account = {
  userName: "Nom d'utilisateur",
  password: 'Mot de passe',
  signIn: 'Se connecter',
  backToSignIn: 'Retour à la connexion',
  login: {
    title: 'Se connecter',
    lead: 'Vos relevés de compteur, vos équipements et vos demandes, au même endroit.',
    userNameHint: 'Votre adresse e-mail',
    passwordHint: 'À la première connexion, le mot de passe temporaire reçu par e-mail',
    forgotten: 'Mot de passe oublié\u00a0?',
    userNameMissing: "Saisissez votre nom d'utilisateur\u00a0: c'est votre adresse e-mail.",
    passwordMissing: 'Saisissez votre mot de passe.',
    refused:
      "Ce nom d'utilisateur et ce mot de passe ne vont pas ensemble. Vérifiez les deux\u00a0; un mot de passe temporaire cesse d'être valide après 24 heures ou dès qu'un e-mail plus récent est envoyé.",
    limited: (time: string) =>
      `Trop d'essais de connexion. Pour la sécurité du compte, attendez jusqu'à ${time} avant de réessayer.`,
    over: 'Votre session est terminée. Connectez-vous de nouveau pour continuer.',
    signedOut: 'Vous êtes déconnecté du portail.',
    newUser: {
      title: 'Nouvel utilisateur',
      lead: 'Trois étapes, environ trois minutes. Ayez sous la main\u00a0:',
      needs: [
        'votre adresse, votre e-mail et votre numéro de téléphone',
        "le numéro de série d'une machine de votre organisation",
      ],
      register: 'Inscription et assistance nouvel utilisateur',
      form: "Remplir plutôt le formulaire d'inscription",
      help: "Soulever une demande d'aide",
      sample: (serial: string) =>
        `Pour un essai, prenez le numéro de série ${serial}, celui d'une machine d'exemple.`,
    },
  },
  activate: {
    ready: {
      title: 'Activez votre compte',
      lines: [
        'Votre inscription est enregistrée. Appuyez sur le bouton pour activer votre compte.',
        "Vous vous connecterez ensuite avec votre adresse e-mail et le mot de passe temporaire qui est dans l'e-mail.",
      ],
      button: 'Activer mon compte',
    },
    activated: {
      title: 'Votre compte est activé',
      lines: [
        "Connectez-vous maintenant\u00a0: votre nom d'utilisateur est votre adresse e-mail, et le mot de passe temporaire est dans l'e-mail d'activation.",
        'Vous choisirez ensuite votre propre mot de passe.',
      ],
    },
    already: {
      title: 'Votre compte est déjà activé',
      lines: [
        "Il n'y a plus rien à activer. Connectez-vous avec votre adresse e-mail et votre mot de passe\u00a0; la première fois, c'est le mot de passe temporaire de l'e-mail.",
      ],
    },
    expired: {
      title: "Ce lien n'est plus valide",
      lines: [
        "Un lien d'activation est valide pendant 24 heures, et celui-ci est plus ancien.",
        'Appuyez sur le bouton pour recevoir un nouvel e-mail, avec un nouveau lien et un nouveau mot de passe temporaire.',
      ],
      button: 'Recevoir un nouvel e-mail',
    },
    resent: {
      title: 'Un nouvel e-mail est en route',
      lines: [
        "Ouvrez l'e-mail le plus récent et cliquez sur son lien d'activation. Les liens et les mots de passe temporaires précédents ne sont plus valides.",
        "S'il n'arrive pas d'ici quelques minutes, regardez dans les courriers indésirables.",
      ],
    },
    superseded: {
      title: 'Un e-mail plus récent vous attend',
      lines: [
        "Ce lien a été remplacé. Ouvrez l'e-mail d'activation le plus récent et utilisez le lien qu'il contient.",
        'Vous ne le trouvez pas\u00a0? Regardez dans les courriers indésirables, ou demandez un autre e-mail.',
      ],
      another: 'Demander un autre e-mail',
    },
    unknown: {
      title: "Ce lien d'activation n'est pas reconnu",
      lines: [
        "Il est peut-être incomplet\u00a0: copiez le lien de l'e-mail en entier dans la barre d'adresse de votre navigateur.",
        'Si cela ne suffit pas, demandez un nouvel e-mail avec votre adresse.',
      ],
      another: 'Demander un nouvel e-mail',
    },
    limited: {
      title: 'Trop de liens essayés',
      lines: (time: string) => [
        `Plusieurs liens d'activation inconnus ont été ouverts depuis votre réseau. Attendez jusqu'à ${time}, puis ouvrez le lien de l'e-mail le plus récent.`,
      ],
    },
    resendLimited: {
      title: 'Un e-mail vient déjà de partir',
      lines: (time: string) => [
        `Regardez dans votre boîte de réception et dans les courriers indésirables. Vous pourrez demander un autre e-mail à partir de ${time}.`,
      ],
    },
  },
  newPassword: {
    title: 'Choisissez un nouveau mot de passe',
    forced:
      'Vous êtes connecté avec un mot de passe temporaire. Remplacez-le pour entrer dans le portail.',
    chosen: 'Vos autres sessions ouvertes, sur tous les appareils, seront fermées.',
    rules: 'Règles du mot de passe\u00a0:',
    current: 'Mot de passe actuel',
    currentMissing: 'Saisissez votre mot de passe actuel.',
    currentRefused: "Ce n'est pas votre mot de passe actuel.",
    password: 'Nouveau mot de passe',
    confirmation: 'Confirmer le nouveau mot de passe',
    submit: 'Continuer',
    broken: "Ce mot de passe n'est pas encore assez sûr",
    wrong: 'Voici ce qui est à corriger',
    notYou: "Ce n'est pas vous\u00a0?",
    changed: 'Votre nouveau mot de passe est enregistré.',
  },
  home: {
    title: (givenName: string) => `Bonjour ${givenName}`,
    lead: 'Vous êtes dans le Portail de gestion des comptes.',
    machines: 'Vos machines',
    serial: 'Numéro de série',
    model: 'Modèle',
    meter: 'Relevé du compteur',
    isContact: 'Vous êtes la personne-ressource',
    wished: 'Demande notée\u00a0: une autre personne est encore responsable de ce relevé',
    notContact: "Vous n'êtes pas la personne-ressource",
    next: 'Et maintenant\u00a0?',
    steps: [
      'Vérifiez que le numéro de série ci-dessus est celui de votre machine.',
      "Si un renseignement n'est pas juste, soulevez une demande d'aide\u00a0: notre équipe le corrigera.",
    ],
    details: 'Vos coordonnées',
    changePassword: 'Changer mon mot de passe',
    signOut: 'Se déconnecter',
  },
  forgot: {
    title: 'Mot de passe oublié',
    lead: "Donnez l'adresse e-mail de votre compte. Vous recevrez un mot de passe temporaire ou, si votre compte n'est pas encore activé, un nouvel e-mail d'activation.",
    email: 'Adresse e-mail du compte',
    submit: "Recevoir l'e-mail",
    sent: {
      title: 'Regardez votre boîte de réception',
      lines: [
        'Si un compte existe pour cette adresse, un e-mail est en route. Il est valide pendant 24 heures\u00a0; seul le plus récent compte.',
        "S'il n'arrive pas d'ici quelques minutes, regardez dans les courriers indésirables et vérifiez l'adresse que vous avez donnée.",
      ],
      again: 'Essayer une autre adresse',
    },
    limited: (time: string) =>
      `Trop de demandes. Attendez jusqu'à ${time} avant d'en faire une autre\u00a0; regardez aussi dans les courriers indésirables.`,
  },
};
