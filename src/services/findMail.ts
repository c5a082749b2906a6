import type { OwedMail, OwesMail } from '../domain/mail';
import { readMailId } from '../domain/mailId';
import type { Collection } from './collection';

export interface FoundMail {
  readonly collection: Collection<OwesMail>;
  readonly document: OwesMail;
  readonly key: string;
  readonly mail: OwedMail;
}

/** By the id under which staff and the outside know it. */
export const findMail = async (
  collections: readonly Collection<OwesMail>[],
  id: string,
): Promise<FoundMail | undefined> => {
  const named = readMailId(id);
  if (named === undefined) return undefined;
  const { document: _id, key } = named;
  for (const collection of collections) {
    const [document] = await collection.find({ _id });
    const mail = document && Object.hasOwn(document.mails, key) ? document.mails[key] : undefined;
    if (document !== undefined && mail !== undefined) return { collection, document, key, mail };
  }
  return undefined;
};
