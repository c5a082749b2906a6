import type { offer as french } from '../fr/offer';

export const offer: typeof french = {
  ask: (name, email) =>
    `${saying(name, email)} Is that right? Answer yes or no, or type what is right.`,
};

const saying = (name: string | undefined, email: string | undefined): string => {
  if (name === undefined) return `Teams tells me that your e-mail address is ${email}.`;
  return `Teams tells me that you are ${email === undefined ? name : `${name}, ${email}`}.`;
};
