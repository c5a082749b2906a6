/** L'onglet de l'application Teams. */
export const teamsTab = {
  title: 'Votre inscription au portail',
  lead: "L'assistant vous inscrit en conversation, en français ou en anglais. Comptez environ trois minutes.",
  start: 'Commencer la conversation',
  next: 'Ce qui vous attend',
  steps: [
    "Dites bonjour à l'assistant. Il pose ses questions une à une\u00a0; vous pouvez aussi tout dire en une seule phrase, et corriger une réponse à tout moment.",
    "Lisez les modalités et acceptez-les, relisez vos réponses, puis confirmez. Rien n'est enregistré avant.",
    "Ouvrez l'e-mail d'activation, appuyez sur son bouton et connectez-vous avec le mot de passe temporaire qu'il contient.",
  ],
  have: 'À avoir sous la main',
  otherwise: 'Autrement',
  form: "M'inscrire par formulaire",
  signIn: "J'ai déjà un compte\u00a0: me connecter",
  outward: "La demande d'aide, le formulaire et la connexion s'ouvrent dans votre navigateur.",
};
