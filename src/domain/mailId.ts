/** The document that owes the mail, and the key it stands under there. */
export interface MailId {
  readonly document: string;
  readonly key: string;
}

/** A mail's name to the outside: for staff, for the sender, in the provider's events. */
export const mailId = ({ document, key }: MailId): string => `${document}.${key}`;

/** Keys have no dots, documents may. */
export const readMailId = (text: string): MailId | undefined => {
  const dot = text.lastIndexOf('.');
  const [document, key] = [text.slice(0, dot), text.slice(dot + 1)];
  if (dot < 1 || key === '' || key.includes('$')) return undefined;
  return { document, key };
};
