/** What stands on a card once it was answered. */
export const answered = {
  noted: 'Réponses notées',
  machine: 'Machine choisie',
  accepted: 'Modalités lues et acceptées',
  declined: "Modalités refusées\u00a0: vos réponses n'ont pas été conservées.",
  chosen: 'Réponse notée',
  confirmed: 'Réponses confirmées',
  changed: 'Une réponse a changé depuis\u00a0: ces réponses sont à vérifier de nouveau.',
  over: 'Cette carte ne sert plus.',
  sent: (id: string) => `Demande ${id} transmise`,
  cancelled: 'Demande annulée',
};
