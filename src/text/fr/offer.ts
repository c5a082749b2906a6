/** What Teams says of a person, put before them. */
export const offer = {
  ask: (name: string | undefined, email: string | undefined) =>
    `${saying(name, email)} Est-ce exact\u00a0? Répondez oui ou non, ou écrivez ce qui est juste.`,
};

const saying = (name: string | undefined, email: string | undefined): string => {
  if (name === undefined) return `Teams me dit que votre adresse e-mail est ${email}.`;
  return `Teams me dit que vous êtes ${email === undefined ? name : `${name}, ${email}`}.`;
};
