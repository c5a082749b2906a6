export interface Mailbox {
  readonly email: string;
  readonly name?: string;
}

/** "address" or "Name <address>", the name perhaps in quotation marks. */
export const mailbox = (text: string): Mailbox => {
  const [, name = '', email = text] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(text) ?? [];
  const plain = name.replace(/^"(.*)"$/, '$1').trim();
  return { email: email.trim(), ...(plain === '' ? {} : { name: plain }) };
};
