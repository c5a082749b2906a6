import type { Fact, Field } from '../../domain/facts';
import type { MailState } from '../../domain/mail';

export const conversation = {
  /** Names of fields and parts inside a sentence, with their article. */
  the: {
    name: 'votre nom',
    address: 'votre adresse',
    email: 'votre adresse e-mail',
    phone: 'votre numéro de téléphone',
    serial: 'le numéro de série',
    termsAccepted: 'votre accord sur les modalités',
    meterContact: 'votre réponse sur le relevé du compteur',
    givenName: 'votre prénom',
    familyName: 'votre nom de famille',
    street: 'le numéro et la rue',
    unit: 'votre appartement ou bureau',
    city: 'votre ville',
    region: 'votre province ou État',
    postalCode: 'votre code postal',
    country: 'votre pays',
    extension: 'votre poste',
  } satisfies Record<Field | Fact, string>,
  ask: {
    name: 'Quel est votre nom (prénom et nom de famille)\u00a0?',
    address:
      'Quelle est votre adresse (numéro et rue, appartement ou bureau, ville, province, code postal)\u00a0?',
    email: "Quelle est votre adresse e-mail\u00a0? Elle sera votre nom d'utilisateur.",
    phone: "À quel numéro de téléphone peut-on vous joindre (avec le poste, s'il y en a un)\u00a0?",
    serial: "Quel est le numéro de série d'une machine de votre organisation\u00a0?",
    givenName: 'Quel est votre prénom\u00a0?',
    familyName: 'Quel est votre nom de famille\u00a0?',
    street: 'Quels sont le numéro et la rue de votre adresse\u00a0?',
    unit: 'Quel est le numéro de votre appartement, bureau ou unité\u00a0?',
    city: 'Dans quelle ville\u00a0?',
    region: 'Dans quelle province ou quel État\u00a0?',
    postalCode: 'Quel est le code postal\u00a0?',
    country: 'Dans quel pays\u00a0?',
    extension: 'Quel est votre poste téléphonique\u00a0?',
  } satisfies Record<Exclude<Field | Fact, 'termsAccepted' | 'meterContact'>, string>,
  /** One correct answer to each question. */
  example: {
    name: 'Camille Tremblay',
    address: '12 rue des Érables, app. 4, Québec (Québec) G1R 4P5',
    email: 'camille@example.org',
    phone: '418 555-0123, poste 204',
    serial: 'GNX130001',
    givenName: 'Camille',
    familyName: 'Tremblay',
    street: '12 rue des Érables',
    unit: '4',
    city: 'Québec',
    region: 'Québec (ou QC)',
    postalCode: 'G1R 4P5',
    country: 'Canada',
    extension: '204',
  } satisfies Record<Exclude<Field | Fact, 'termsAccepted' | 'meterContact'>, string>,
  exampleOf: (example: string) => `Exemple\u00a0: ${example}.`,
  askedAgain: (the: string, now: string) =>
    `Corrigeons ${the} (actuellement\u00a0: ${now}). Pour ne rien changer, écrivez «\u00a0garder\u00a0».`,
  askedAgainEmpty: (the: string) => `Donnez-moi ${the}.`,
  emailSuggestion: (given: string, proposed: string) =>
    `Vous avez écrit ${given}. Vouliez-vous dire ${proposed}\u00a0? Répondez oui ou non.`,
  machineSuggestion: (given: string, serial: string, model: string) =>
    `Je ne trouve pas ${given}, mais ${serial} (${model}) est dans nos registres. Est-ce votre machine\u00a0? Répondez oui ou non.`,
  terms:
    "Voici les modalités de gestion des comptes. Pour continuer, cochez la case et appuyez sur «\u00a0Continuer\u00a0», ou écrivez «\u00a0j'accepte\u00a0». Pour refuser, écrivez «\u00a0je refuse\u00a0».",
  termsAgain:
    "Acceptez-vous les modalités de gestion des comptes\u00a0? Cochez la case et appuyez sur «\u00a0Continuer\u00a0», ou écrivez «\u00a0j'accepte\u00a0» ou «\u00a0je refuse\u00a0».",
  serialWhere:
    "Il est sur l'étiquette au dos de la machine ou à l'intérieur de la porte avant, après «\u00a0S/N\u00a0».",
  meterContact: (model: string) =>
    `Voulez-vous être la personne-ressource pour la lecture du relevé du compteur de la machine ${model}\u00a0? Cela vous permet de soumettre et de voir les relevés dans le portail. Répondez oui ou non.`,
  partner:
    'Cette machine a été fournie par un partenaire, dont le représentant est peut-être déjà la personne responsable du relevé\u00a0: veuillez vérifier avec votre partenaire.',
  review:
    "Voici vos réponses. Si tout est exact, appuyez sur «\u00a0Confirmer\u00a0» ou écrivez «\u00a0je confirme\u00a0». Sinon, dites-moi ce qu'il faut corriger.",
  noted: (items: string) => `C'est noté\u00a0: ${items}.`,
  changed: (items: string) => `C'est corrigé\u00a0: ${items}.`,
  removed: (items: string) => `C'est retiré\u00a0: ${items}.`,
  nameSplit: (given: string, family: string) =>
    `J'ai compris prénom «\u00a0${given}\u00a0» et nom de famille «\u00a0${family}\u00a0». Si ce n'est pas cela, écrivez par exemple «\u00a0mon prénom est …\u00a0».`,
  notReplaced: (items: string) =>
    `Pour l'instant, je garde\u00a0: ${items}. Pour changer, écrivez par exemple «\u00a0mon courriel est …\u00a0».`,
  keptAsItWas: "C'est bien, la réponse reste la même.",
  /** A message was edited, but says the same. */
  editedNothing: "J'ai vu votre modification\u00a0: elle ne change rien à vos réponses.",
  machineFound: (model: string) => `Machine trouvée\u00a0: ${model}.`,
  machineUnknown: (serial: string) =>
    `Je ne trouve aucune machine avec le numéro ${serial}. Vérifiez les caractères qui se ressemblent (O et 0, I et 1, B et 8).`,
  lookUpLimited: (time: string) =>
    `Vous avez essayé beaucoup de numéros de série. Pour la sécurité de tous, attendez jusqu'à ${time} avant d'en essayer un autre. Vos réponses sont conservées.`,
  offerHelp:
    "Voulez-vous que j'envoie tout ce que vous avez rempli à notre équipe comme demande d'aide\u00a0? Répondez oui, ou donnez-moi un autre numéro.",
  termsAccepted: 'Merci, vous avez accepté les modalités.',
  termsNotTicked: "La case n'est pas cochée. Sans votre accord, je ne peux pas continuer.",
  termsNotShownYet:
    "Je vous montrerai d'abord les modalités\u00a0: vous pourrez les accepter après les avoir lues.",
  declined:
    "Vous n'acceptez pas les modalités\u00a0: l'inscription s'arrête ici et rien de ce que vous avez écrit n'est conservé. Pour recommencer un jour, écrivez «\u00a0commencer\u00a0».",
  offerDeclined: "D'accord, je ne garde rien de ce que dit Teams.",
  whatToChange:
    'Que faut-il corriger\u00a0? Appuyez sur «\u00a0Modifier\u00a0» ou écrivez par exemple «\u00a0mon code postal est G1R 4P5\u00a0».',
  required: (the: string) => `Je ne peux pas sauter cette question\u00a0: il me faut ${the}.`,
  requiredChoice: 'Je ne peux pas sauter cette question\u00a0: il me faut votre réponse.',
  nothingToUndo: "Il n'y a pas encore de réponse à corriger.",
  oldCard:
    "Cette fiche n'est plus à jour\u00a0: rien n'a changé. Utilisez la plus récente, ci-dessous.",
  closedCard: "Cette fiche appartient à une inscription terminée\u00a0: rien n'a changé.",
  alreadyAnswered:
    "Vous aviez déjà répondu à cette fiche\u00a0: rien n'a changé. Pour corriger une réponse, écrivez par exemple «\u00a0mon courriel est …\u00a0».",
  emptyCard: 'La fiche est vide. Remplissez au moins une zone, ou écrivez votre réponse.',
  notUnderstood: "Je n'ai pas compris votre réponse.",
  notAnswered:
    "Je ne sais pas répondre à cette question. Écrivez «\u00a0aide\u00a0» pour de l'aide sur cette étape, ou «\u00a0parler à quelqu'un\u00a0».",
  symbolsOnly: 'Je ne lis que des mots et des chiffres, pas seulement des symboles.',
  tooLong:
    "Ce message est trop long pour moi (4\u00a0000 caractères au plus)\u00a0: je n'ai pas pu le lire. Envoyez-le en plus court.",
  notText: "Je ne lis que le texte et les fiches\u00a0: je n'ai pas pu ouvrir cette pièce jointe.",
  /** Third unusable answer in a row. */
  offerPerson:
    "Si vous préférez, quelqu'un peut vous aider\u00a0: écrivez «\u00a0parler à quelqu'un\u00a0».",
  yesOrNo: 'Répondez oui ou non.',
  helpWith: {
    name: 'Écrivez votre prénom puis votre nom de famille, comme sur vos documents de travail.',
    address:
      "Écrivez votre adresse professionnelle en un seul message ou morceau par morceau. Si elle n'est pas au Canada, ajoutez le pays.",
    email:
      "Donnez une adresse e-mail valide que vous lisez\u00a0: vous y recevrez le lien d'activation et un mot de passe temporaire.",
    phone:
      "Donnez un numéro avec l'indicatif régional\u00a0; ajoutez «\u00a0poste\u00a0» si vous en avez un.",
    serial:
      "Le numéro de série est sur l'étiquette au dos de la machine ou à l'intérieur de la porte avant, après «\u00a0S/N\u00a0»\u00a0: souvent trois lettres et six chiffres.",
    termsAccepted:
      "Lisez les modalités ci-dessus, puis cochez la case ou écrivez «\u00a0j'accepte\u00a0». Si vous refusez, rien n'est conservé.",
    meterContact:
      "La personne-ressource soumet et voit les relevés de compteur de cette machine dans le portail. Vous pourrez changer d'avis plus tard avec «\u00a0Gérer les machines\u00a0».",
    review:
      "Relisez vos réponses. Confirmez pour recevoir l'e-mail d'activation, ou dites-moi quoi corriger\u00a0: «\u00a0mon téléphone est …\u00a0», «\u00a0le code postal n'est pas bon\u00a0».",
    offer:
      "Dites oui si c'est exact, non pour tout écrire vous-même, ou écrivez ce qui est juste. Rien n'est noté avant votre réponse.",
    suggestion: "Dites oui si c'est bien cela, non pour garder ce que vous avez écrit.",
  } satisfies Record<Field | 'review' | 'suggestion' | 'offer', string>,
  helpCommands:
    "À tout moment\u00a0: «\u00a0pourquoi\u00a0», «\u00a0répétez\u00a0», «\u00a0résumé\u00a0», «\u00a0retour\u00a0», «\u00a0annuler\u00a0», «\u00a0recommencer\u00a0», «\u00a0English\u00a0», «\u00a0continuer ailleurs\u00a0», ou «\u00a0parler à quelqu'un\u00a0».",
  why: {
    name: 'Votre nom figure sur votre compte, pour que notre équipe sache à qui elle répond.',
    address: "L'adresse permet de relier votre compte à celui de votre organisation.",
    email:
      "Votre adresse e-mail sera votre nom d'utilisateur, et nous y envoyons l'e-mail d'activation.",
    phone: "Le téléphone sert à vous joindre au sujet de vos machines ou d'une demande d'aide.",
    serial: 'Une machine de votre organisation permet de trouver votre compte et vos équipements.',
    termsAccepted:
      'Les modalités disent comment le compte peut être utilisé et vos renseignements protégés.',
    meterContact:
      "Une seule personne peut soumettre les relevés d'une machine\u00a0: il faut savoir si c'est vous.",
    review: "Vérifier maintenant évite qu'un e-mail parte à la mauvaise adresse.",
    offer:
      "Teams connaît votre nom et votre adresse e-mail\u00a0: si c'est exact, vous n'avez pas à les écrire.",
    suggestion:
      'Ce que vous avez écrit ressemble à une faute de frappe\u00a0: je préfère demander.',
  } satisfies Record<Field | 'review' | 'suggestion' | 'offer', string>,
  languageNow: 'Nous continuons en français.',
  alreadyStarted: 'Votre inscription est déjà commencée, on continue.',
  resumed: "J'ai gardé vos réponses, on reprend où vous étiez.",
  hello: 'Bonjour\u00a0!',
  welcome:
    "Bonjour\u00a0! Je vous inscris au portail de gestion des comptes, en trois minutes environ. Appuyez sur «\u00a0Commencer l'inscription\u00a0» ou écrivez «\u00a0commencer\u00a0». Pour de l'aide\u00a0: «\u00a0aide\u00a0». For English, type “English”.",
  /** To a person who comes back. */
  answersKept:
    "J'ai gardé vos réponses\u00a0: écrivez «\u00a0commencer\u00a0» pour reprendre où vous étiez.",
  /** In a group or a channel. */
  inPrivate:
    "Ici, d'autres personnes lisent ce qui s'écrit\u00a0: je n'y demande rien et je ne garde rien de ce qui est dit. Pour vous inscrire ou demander de l'aide, écrivez-moi en privé.",
  inPrivateByName:
    "Ici, d'autres personnes lisent ce qui s'écrit\u00a0: je n'y demande rien et je ne garde rien de ce qui est dit. Pour vous inscrire ou demander de l'aide, cherchez-moi par mon nom et ouvrez une conversation privée.",
  welcomeBack:
    "Que puis-je faire pour vous\u00a0? Écrivez «\u00a0commencer\u00a0» pour vous inscrire ou «\u00a0parler à quelqu'un\u00a0» pour une demande d'aide.",
  idleHelp:
    "Je peux vous inscrire au portail (écrivez «\u00a0commencer\u00a0») ou transmettre une demande d'aide à notre équipe (écrivez «\u00a0parler à quelqu'un\u00a0»). Ayez sous la main votre adresse, votre e-mail, votre téléphone et le numéro de série d'une machine.",
  thanks: 'Avec plaisir.',
  begin: 'Commençons.',
  summary: (items: string) => `Voici ce que j'ai noté jusqu'ici\u00a0: ${items}.`,
  summaryEmpty: "Je n'ai encore rien noté.",
  cancelAsk:
    "Voulez-vous arrêter l'inscription\u00a0? Vos réponses restent dans cette conversation, et vous pourrez reprendre.",
  cancelYes: 'Oui, arrêter',
  cancelNo: 'Non, continuer',
  cancelled:
    "L'inscription est arrêtée. Vos réponses restent dans cette conversation\u00a0: écrivez «\u00a0commencer\u00a0» pour reprendre, ou «\u00a0recommencer\u00a0» pour les effacer.",
  restartAsk: "Voulez-vous tout recommencer\u00a0? Les réponses données jusqu'ici seront effacées.",
  restartYes: 'Oui, tout effacer',
  restartNo: 'Non, continuer',
  restarted: 'Vos réponses sont effacées, on recommence.',
  goOn: "D'accord, on continue.",
  nothingToCancel: "Aucune inscription n'est en cours.",
  done: (name: string, mail: string) =>
    `Merci ${name}, votre inscription est enregistrée. ${mail} Il contient un lien d'activation et un mot de passe temporaire, valides 24 heures\u00a0: ouvrez le lien pour activer votre compte, puis connectez-vous avec votre adresse e-mail.`,
  /** The true state of the mail that follows a registration. */
  mail: {
    queued: (to: string) => `Un e-mail d'activation est en file d'envoi pour ${to}.`,
    accepted: (to: string) => `Un e-mail d'activation a été envoyé à ${to}.`,
    delivered: (to: string) => `Un e-mail d'activation a été livré à ${to}.`,
    bounced: (to: string) =>
      `L'e-mail d'activation n'a pas pu être remis\u00a0: la boîte ${to} l'a refusé.`,
    dropped: (to: string) => `L'e-mail d'activation pour ${to} n'a pas pu être envoyé.`,
    abandoned: (to: string) => `L'e-mail d'activation pour ${to} n'a pas pu être envoyé.`,
  } satisfies Record<MailState, (to: string) => string>,
  recorded:
    "Votre inscription est déjà enregistrée\u00a0: rien n'a changé. Pour la faire corriger, écrivez «\u00a0parler à quelqu'un\u00a0»\u00a0; pour inscrire une autre personne, écrivez «\u00a0commencer\u00a0».",
  resendAsk: (email: string) =>
    `Voulez-vous que je l'envoie de nouveau à ${email}\u00a0? Répondez oui ou non, ou donnez-moi la bonne adresse.`,
  /** After a mail that came back; a new address may be written at any time. */
  correctHere:
    "Si l'adresse n'est pas exacte, écrivez-moi la bonne\u00a0: j'y envoie tout de suite un nouvel e-mail.",
  tryAgainAsk: (email: string) =>
    `Si elle est exacte, voulez-vous que j'essaie encore à ${email}\u00a0? Répondez oui ou non.`,
  resendYes: "Oui, l'envoyer de nouveau",
  resendNo: 'Non, merci',
  olderLinksDie:
    'Les liens et mots de passe temporaires des e-mails précédents ne sont plus valides.',
  resendLimited: (time: string) =>
    `Plusieurs e-mails ont déjà été demandés. Vous pourrez en demander un autre après ${time}\u00a0; regardez aussi dans les courriers indésirables.`,
  alreadyActive:
    "Votre compte est déjà actif\u00a0: connectez-vous sur la page d'ouverture de session.",
  /** News that come by themselves, about a mail and about the account. */
  activatedNews: 'Votre compte est activé. Vous pouvez vous connecter au portail.',
  mailNotYet: "L'e-mail d'activation part dès que vous avez confirmé vos réponses.",
  mailNone: "Aucun e-mail n'est en route pour cette conversation.",
  mailHint:
    "S'il n'arrive pas d'ici quelques minutes, regardez dans les courriers indésirables ou écrivez «\u00a0parler à quelqu'un\u00a0».",
  yes: 'oui',
  no: 'non',
  accepted: 'acceptées',
  contact: 'vous serez la personne-ressource pour le relevé du compteur',
  noContact: 'vous ne serez pas la personne-ressource pour le relevé du compteur',
  help: {
    ask: 'Décrivez votre problème en quelques mots, je le transmets à notre équipe. Pour revenir, écrivez «\u00a0annuler\u00a0».',
    email: 'À quelle adresse e-mail notre équipe peut-elle vous répondre\u00a0?',
    share: (items: string) =>
      `Voulez-vous joindre ce que vous avez rempli (${items})\u00a0? Répondez oui ou non.`,
    shareYes: 'Oui, joindre',
    shareNo: 'Non, ne pas joindre',
    tooShort: 'Il me faut quelques mots sur votre problème.',
    sent: (number: string, email: string) =>
      `Votre demande d'aide ${number} est enregistrée. Notre équipe répondra à ${email}, et un accusé de réception y est en file d'envoi.`,
    limited: (time: string) =>
      `Vous avez déjà envoyé plusieurs demandes d'aide. Vous pourrez en envoyer une autre après ${time}\u00a0; vos réponses sont conservées.`,
    answered: (number: string, answer: string) =>
      `Le centre d'aide répond à votre demande ${number}\u00a0:\n\n${answer}`,
    cancelled: "D'accord, aucune demande d'aide n'est envoyée.",
    unknownSerial: (serial: string) =>
      `Numéro de série introuvable pendant l'inscription\u00a0: ${serial}`,
  },
  lostThread: "Désolé, j'ai perdu le fil de notre conversation. Reprenons.",
  lostThreadKept:
    "Désolé, j'ai perdu le fil de notre conversation, mais j'ai gardé vos réponses. Reprenons.",
  failed: (reference: string) =>
    `Désolé, une erreur s'est produite de notre côté et votre dernier message n'a pas été pris en compte. Vos réponses précédentes sont conservées\u00a0: envoyez-le de nouveau. Référence\u00a0: ${reference}`,
  notKept:
    "Désolé, votre message n'a pas pu être conservé. Veuillez l'envoyer de nouveau dans un instant.",
};
