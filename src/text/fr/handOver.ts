export const handOver = {
  code: (code: string, time: string) =>
    `Votre code est ${code}. Il sert une seule fois, jusqu'à ${time}\u00a0: gardez-le pour vous.`,
  inTeams:
    'Dans Teams, ouvrez la conversation avec moi (le bouton y mène) et envoyez-moi ce code\u00a0: on continue là-bas avec vos réponses.',
  noTeams:
    "Ce portail n'est pas dans Microsoft Teams pour le moment\u00a0: on peut continuer dans un autre navigateur ou sur un autre appareil.",
  anywhere: (url: string) =>
    `Sur un autre appareil, ouvrez ${url}, puis le clavardage, et tapez-y ce code.`,
  stays:
    'Tant que le code ne sert pas, rien ne change\u00a0: on peut aussi continuer ici, maintenant ou plus tard.',
  nothing:
    "Aucune inscription n'est commencée ici\u00a0: il n'y a rien à emporter. Écrivez «\u00a0commencer\u00a0» ici ou dans l'autre conversation.",
  mintLimited: (time: string) =>
    `Plusieurs codes ont déjà été demandés. Vous pourrez en demander un autre après ${time}. Vos réponses sont conservées.`,
  wrong:
    "Je ne peux rien faire de ce code\u00a0: il a expiré, il a déjà servi ou il n'est pas exact. Vérifiez-le, ou demandez-en un nouveau dans l'autre conversation avec «\u00a0continuer ailleurs\u00a0».",
  own: "Ce code se tape dans l'autre conversation, celle où vous voulez continuer. Ici, rien ne change.",
  busy: "L'autre conversation est occupée. Renvoyez ce code dans un instant\u00a0: il reste valide.",
  limited: (time: string) =>
    `Plusieurs codes inexacts ont été tapés. Pour la sécurité de tous, attendez jusqu'à ${time} avant d'en taper un autre. Vos réponses sont conservées.`,
  arrived: (items: string) =>
    items === ''
      ? 'Votre inscription continue ici.'
      : `Votre inscription continue ici, avec ce que vous aviez déjà donné\u00a0: ${items}.`,
  consent: (place: string, when: string) => `Modalités acceptées ${place} le ${when}.`,
  conflict: (the: string, kept: string, other: string) =>
    `J'avais deux réponses pour ${the}\u00a0: je garde la plus récente, ${kept}\u00a0; l'autre était ${other}.`,
  joined: 'Ce que vous aviez commencé ici y est réuni.',
  alreadyHere: 'Votre inscription est déjà ici.',
  afterHelp:
    "Votre inscription est maintenant ici aussi\u00a0: après cette demande d'aide, écrivez «\u00a0commencer\u00a0» pour la continuer.",
  elsewhere: (place: string) =>
    `Votre inscription continue ${place}, et rien ne change ici. Pour la ramener, écrivez-y «\u00a0continuer ailleurs\u00a0» et tapez ici le code que vous recevrez. Pour en commencer une autre ici, écrivez «\u00a0recommencer\u00a0».`,
  places: {
    teams: 'dans Microsoft Teams',
    webChat: 'dans le clavardage du portail',
    other: 'dans une autre conversation',
  },
  card: {
    title: 'Continuer ailleurs',
    openTeams: 'Ouvrir dans Teams',
    openPortal: 'Ouvrir le portail',
  },
};
