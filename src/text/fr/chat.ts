/** The chat in the browser: its window, and what Web Chat itself lacks or says awkwardly. */
export const chat = {
  launcher: "Discuter avec l'assistant",
  title: "Assistant d'inscription",
  opening: 'Ouverture de la conversation…',
  close: 'Fermer la conversation',
  startOver: 'Recommencer',
  sure: {
    title: 'Commencer une nouvelle conversation\u00a0?',
    lines:
      "La conversation affichée et les réponses que vous n'avez pas confirmées seront effacées.",
    yes: 'Oui, recommencer',
    no: 'Non, la garder',
  },
  broken: {
    line: "La conversation n'a pas pu s'ouvrir. Vérifiez votre connexion, puis réessayez.",
    again: 'Réessayer',
    form: "Remplir le formulaire d'inscription",
  },
  notSent:
    "La connexion est interrompue\u00a0: votre réponse n'a pas été envoyée. Veuillez la renvoyer dans un instant.",
  webChat: {
    reconnecting: 'La connexion est interrompue. Nouvel essai en cours…',
    said: "L'assistant a dit\u00a0:",
    sentAt: 'Message du $1',
    attached: "L'assistant a joint\u00a0:",
    history: "Historique de la conversation. Les touches fléchées passent d'un message à l'autre.",
    historyRole: 'historique de la conversation',
    historyTitle: 'Historique de la conversation',
    historyEnd: 'Fin de la conversation',
    windowTitle: 'Fenêtre de la conversation',
    moveInWindow: "Passer d'un élément à l'autre de la fenêtre",
    leaveMessage: 'Quitter le message',
    placeholder: 'Écrivez votre message',
    tooLong: 'Ce message est trop long.',
    dropFiles: 'Déposez vos fichiers',
    oneAttachment: '1 pièce jointe',
    attachments: '$1 pièces jointes',
    keypad: 'Clavier téléphonique',
    keypadOnlyDigits: 'Un seul chiffre à la fois peut être saisi',
  },
};
