import type { Account } from '../../src/domain/account';
import type { MailKind } from '../../src/domain/mail';
import { owe } from '../../src/domain/owe';
import { activationToken, temporaryPassword } from '../../src/domain/secrets';
import type { ComposedMail } from '../../src/services/sendMail';
import { noon } from '../support/clock';
import { compose, settings } from '../support/composing';
import { aHelpRequest, anAccount } from '../support/makers';

const owed = (kind: MailKind, locale: 'fr' | 'en', to = 'jane@example.org') =>
  owe({ kind, to, locale }, noon);

const activation = (given: Partial<Account> = {}, locale: 'fr' | 'en' = 'fr') =>
  composed(
    anAccount({ mails: { 'activation-1': owed('activation', locale) }, ...given }),
    'activation-1',
  );

const notice = (given: Partial<Account> = {}, locale: 'fr' | 'en' = 'fr') =>
  composed(anAccount({ mails: { notice: owed('alreadyRegistered', locale) }, ...given }), 'notice');

const help = (kind: 'helpRequest' | 'helpReceipt', locale: 'fr' | 'en' = 'fr', given = {}) =>
  composed(aHelpRequest({ mails: { it: owed(kind, locale) }, ...given }), 'it');

function composed(...[document, key]: Parameters<typeof compose>): ComposedMail {
  const mail = compose(document, key);
  if (mail === undefined) throw new Error('no mail was composed');
  return mail;
}

const invitation = { account: 'registration-1', generation: 1 };
const password = temporaryPassword(invitation, settings.secretKeys[0]);
const link = `https://portal.example.org/activate/${activationToken(invitation, settings.secretKeys[0])}`;

test.each(['fr', 'en'] as const)(
  'puts link and temporary password into both parts in %s, each on its line of the text',
  (locale) => {
    const { text, html } = activation({}, locale);
    const lines = text.split('\n');
    expect(lines).toContain(link);
    expect(lines).toContain(password);
    expect(lines).toContain('jane@example.org');
    expect(html).toContain(`href="${link}"`);
    expect(html).toContain(`>${password}<`);
    expect(html).toContain(`<html lang="${locale}">`);
  },
);

test('addresses the activation mail to the person, and answers to the help desk', () => {
  expect(activation()).toMatchObject({
    id: 'registration-1.activation-1',
    from: settings.from,
    replyTo: settings.helpAddress,
    to: 'jane@example.org',
    subject: 'Activez votre compte du Portail de gestion des comptes',
    locale: 'fr',
    createdAt: noon,
  });
});

test.each(['fr', 'en'] as const)(
  'keeps lines of the text part in %s under 73 characters, the link excepted',
  (locale) => {
    const lines = activation({}, locale).text.split('\n');
    expect(lines.filter((line) => line.length > 72)).toEqual([link]);
  },
);

test('composes the same bytes again', () => {
  expect(activation()).toEqual(activation());
});

test('composes nothing for a generation that was replaced', () => {
  const account = anAccount({ generation: 2, mails: { 'activation-1': owed('activation', 'fr') } });
  expect(compose(account, 'activation-1')).toBeUndefined();
});

test('composes nothing for a key that is not there', () => {
  expect(compose(anAccount(), 'activation-9')).toBeUndefined();
});

const reset = (locale: 'fr' | 'en' = 'fr') =>
  composed(anAccount({ status: 'active', mails: { 'reset-1': owed('reset', locale) } }), 'reset-1');

test.each(['fr', 'en'] as const)(
  'sends a temporary password in %s that is asked for, with the way to the sign-in page',
  (locale) => {
    const { text, html } = reset(locale);
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([password, 'https://portal.example.org/login', 'jane@example.org']),
    );
    expect(html).toContain(`>${password}<`);
    expect(`${text}${html}`).not.toContain('/activate/');
  },
);

test.each([{ generation: 2 }, { spentGeneration: 1 }])(
  'composes no temporary password that opens nothing any more: %j',
  (given) => {
    const account = anAccount({ status: 'active', mails: { 'reset-1': owed('reset', 'fr') } });
    expect(compose({ ...account, ...given }, 'reset-1')).toBeUndefined();
  },
);

test.each([
  { name: 'http://evil.example', greeted: 'Bonjour http evil. example,' },
  { name: 'www.evil.example/path', greeted: 'Bonjour www. evil. example path,' },
  { name: '[click](http://evil)', greeted: 'Bonjour click http evil,' },
  { name: 'me@evil.example', greeted: 'Bonjour me evil. example,' },
  { name: '<b>Jane</b>', greeted: 'Bonjour b Jane b,' },
  { name: 'J.R. Zoé-Ève', greeted: 'Bonjour J. R. Zoé-Ève,' },
  { name: "M'Bala", greeted: "Bonjour M'Bala," },
  { name: 'Jane\nBcc: all', greeted: 'Bonjour Jane Bcc all,' },
  { name: 'é'.repeat(500), greeted: `Bonjour ${'é'.repeat(100)},` },
])('greets $name without a link', ({ name, greeted }) => {
  const { text, html } = activation({ givenName: name });
  expect(text.replaceAll(/\s+/g, ' ')).toContain(` ${greeted} `);
  expect(html).toContain(`>${greeted}<`);
});

test.each([
  { status: 'active', locale: 'fr', says: 'Mot de passe oublié' },
  { status: 'active', locale: 'en', says: 'Forgotten password' },
  { status: 'invited', locale: 'fr', says: "nouvel e-mail d'activation" },
  { status: 'invited', locale: 'en', says: 'new activation e-mail' },
] as const)(
  'tells the owner of an $status account in $locale what to do, without a link or a secret',
  ({ status, locale, says }) => {
    const { text, html } = notice({ status }, locale);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(says);
    expect(html).toContain(says);
    expect(`${text}${html}`).not.toMatch(/href=|https?:|activate/);
    expect(text).not.toContain(password);
  },
);

test('sends staff the request as plain text, to be answered to the person', () => {
  const description = '<img src=x onerror=alert(1)> [lien](http://evil.example)\n{{DATE()}}';
  const { html, text, replyTo } = help('helpRequest', 'fr', {
    description,
    draft: { givenName: 'Jane', serial: 'GNX130001', meterContact: false },
  });
  expect(replyTo).toBe('jane@example.org');
  expect(html).toContain('&lt;img src=x onerror=alert(1)> [lien](http://evil.example)\n{{DATE()}}');
  expect(html).not.toMatch(/<img|href/);
  expect(text).toContain(
    '> <img src=x onerror=alert(1)> [lien](http://evil.example)\n> {{DATE()}}',
  );
  expect(text).toContain('Numéro de série\nGNX130001\n');
  expect(text).toContain('D-482913');
});

test('says so when no answers were to be sent along', () => {
  expect(help('helpRequest').text).toContain("Aucune réponse n'est jointe");
});

test.each(['fr', 'en'] as const)(
  'gives the receipt in %s the number and nothing of what was written',
  (locale) => {
    const { text, html, subject, replyTo } = help('helpReceipt', locale, {
      description: 'Buy now',
    });
    expect(subject).toContain('D-482913');
    expect(text.split('\n')).toContain('D-482913');
    expect(`${text}${html}`).not.toContain('Buy now');
    expect(replyTo).toBe('help@example.org');
  },
);

test.each([
  { what: 'activation', mail: activation() },
  { what: 'reset', mail: reset() },
  { what: 'notice', mail: notice() },
  { what: 'help request', mail: help('helpRequest') },
  { what: 'receipt', mail: help('helpReceipt') },
])(
  'keeps the $what free of scripts, pictures, foreign addresses and line breaks in its subject',
  ({ mail }) => {
    expect(mail.html).not.toMatch(/<script|<img|<form|url\(|@import|\son\w+=/i);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html).toContain('prefers-color-scheme: dark');
  },
);
