import type { MailState } from '../../domain/mail';

const mailStates: Readonly<Record<MailState, string>> = {
  queued: 'en attente',
  accepted: 'envoyé',
  delivered: 'remis',
  bounced: 'non remis',
  dropped: 'écarté',
  abandoned: 'abandonné',
};

export const pages = {
  portal: 'Portail de gestion des comptes',
  skipToContent: 'Aller au contenu',
  languages: 'Langue de la page',
  /** In the other language, for those who read that one. */
  otherLanguage: 'English',
  terms: 'Modalités de gestion des comptes',
  help: "Soulever une demande d'aide",
  signIn: 'Se connecter',
  home: 'Accueil',
  termsVersion: (version: string, effectiveOn: Date) =>
    `Version ${version}, en vigueur depuis le ${date.format(effectiveOn).replace(/^1 /, '1er ')}`,
  errorCode: (status: number) => `Erreur ${status}`,
  errors: {
    notFound: {
      title: "Cette page n'existe pas",
      lines: [
        "L'adresse est peut-être incomplète, ou la page a été déplacée.",
        "Si vous avez suivi un lien reçu par e-mail, copiez-le en entier dans la barre d'adresse de votre navigateur.",
      ],
    },
    refused: {
      title: 'Cette demande est refusée',
      lines: [
        "Elle vient de la page d'un autre site, ou votre navigateur cache d'où elle vient.",
        'Ouvrez le portail directement, puis recommencez.',
      ],
    },
    tooLarge: {
      title: "C'est trop long",
      lines: [
        "Ce que vous avez envoyé dépasse la limite et n'a pas été lu.",
        'Revenez en arrière et envoyez-en une forme plus courte.',
      ],
    },
    unreadable: {
      title: "Cette demande n'a pas pu être lue",
      lines: ['Revenez à la page du formulaire et envoyez-le de nouveau.'],
    },
    failed: {
      title: 'Un problème est survenu de notre côté',
      lines: [
        "Votre demande n'a pas pu être traitée. Veuillez réessayer dans quelques minutes.",
        'Ce que vous aviez déjà enregistré est conservé.',
      ],
    },
  },
  outbox: "Boîte d'envoi locale",
  outboxLead:
    "Les e-mails ci-dessous n'ont pas quitté cet ordinateur. Cette page n'existe que pendant le développement.",
  outboxEmpty:
    "Aucun e-mail pour le moment. Inscrivez une personne dans la conversation\u00a0; son e-mail d'activation apparaîtra ici.",
  outboxHtml: 'Version HTML\u00a0:',
  outboxText: 'Version texte',
  moment: (when: Date) => moment.format(when),
  /** "15 h 42 HNE", for a person to wait for, the next full minute; companies' people are mostly in Québec, so its time is named. */
  time: (when: Date) => time.format(Math.ceil(when.getTime() / 60_000) * 60_000),
  mailStates,
};

const date = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('fr-CA', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'America/Toronto',
});
const time = new Intl.DateTimeFormat('fr-CA', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'America/Toronto',
  timeZoneName: 'short',
});
