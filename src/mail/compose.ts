import type { Account } from '../domain/account';
import type { HelpRequest } from '../domain/helpRequest';
import type { OwedMail, OwesMail } from '../domain/mail';
import { activationToken, temporaryPassword } from '../domain/secrets';
import type { Compose } from '../services/deliverMail';
import type { Content } from './content';
import {
  activationContent,
  alreadyRegisteredContent,
  helpAnswerContent,
  helpReceiptContent,
  helpRequestContent,
  resetContent,
} from './contents';
import { renderHtml } from './renderHtml';
import { renderText } from './renderText';

export interface ComposeSettings {
  /** Base of links, without a slash at its end. */
  readonly publicUrl: string;
  /** Sender, "Name <address>" or an address alone. */
  readonly from: string;
  /** Where answers to mails go: the help desk. */
  readonly helpAddress: string;
  /** The first one signs. */
  readonly secretKeys: readonly [string, ...string[]];
}

/** Nothing but document, key and settings goes into a mail: tried again, it is the same to the byte. */
export const makeCompose =
  (settings: ComposeSettings): Compose =>
  (document, key) => {
    const mail = document.mails[key];
    if (mail === undefined) return undefined;
    const written = isAccount(document)
      ? toAccount({ document, key, mail, settings })
      : isHelpRequest(document) && aboutHelp({ document, key, mail, settings });
    if (!written) return undefined;
    const { content, replyTo } = written;
    return {
      id: `${document._id}.${key}`,
      from: settings.from,
      replyTo,
      to: mail.to,
      subject: content.subject.replace(/\s+/g, ' ').trim(),
      html: renderHtml(content),
      text: renderText(content),
      locale: mail.locale,
      createdAt: mail.createdAt,
    };
  };

interface Owed<D extends OwesMail> {
  readonly document: D;
  readonly key: string;
  readonly mail: OwedMail;
  readonly settings: ComposeSettings;
}

interface Written {
  readonly content: Content;
  readonly replyTo: string;
}

const toAccount = ({ document, key, mail, settings }: Owed<Account>): Written | undefined => {
  const { helpAddress, publicUrl, secretKeys } = settings;
  switch (mail.kind) {
    case 'activation': {
      const generation = Number(key.split('-').at(-1));
      // A newer one was asked for: the secrets of this one open nothing any more.
      if (generation !== document.generation) return undefined;
      const invitation = { account: document._id, generation };
      const secrets = {
        link: `${publicUrl}/activate/${activationToken(invitation, secretKeys[0])}`,
        temporaryPassword: temporaryPassword(invitation, secretKeys[0]),
      };
      const content = activationContent(document, mail, { helpAddress, ...secrets });
      return { content, replyTo: helpAddress };
    }
    case 'reset': {
      const generation = Number(key.split('-').at(-1));
      const { spentGeneration = 0 } = document;
      if (generation !== document.generation || generation <= spentGeneration) return undefined;
      const invitation = { account: document._id, generation };
      const content = resetContent(document, mail, {
        helpAddress,
        link: `${publicUrl}/login`,
        temporaryPassword: temporaryPassword(invitation, secretKeys[0]),
      });
      return { content, replyTo: helpAddress };
    }
    case 'alreadyRegistered':
      return { content: alreadyRegisteredContent(document, mail, settings), replyTo: helpAddress };
    case 'helpRequest':
    case 'helpReceipt':
    case 'helpAnswer':
    case 'helpNews':
      return undefined;
  }
};

const aboutHelp = ({ document, mail, settings }: Owed<HelpRequest>): Written | undefined => {
  switch (mail.kind) {
    case 'helpRequest':
      return { content: helpRequestContent(document, mail), replyTo: document.email };
    case 'helpReceipt':
      return {
        content: helpReceiptContent(document, mail, settings),
        replyTo: settings.helpAddress,
      };
    case 'helpAnswer': {
      const content = helpAnswerContent(document, mail, settings);
      return { content, replyTo: settings.helpAddress };
    }
    case 'helpNews':
    case 'activation':
    case 'reset':
    case 'alreadyRegistered':
      return undefined;
  }
};

const isAccount = (document: OwesMail): document is Account => 'generation' in document;

const isHelpRequest = (document: OwesMail): document is HelpRequest => 'description' in document;
