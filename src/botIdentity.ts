import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import type { ConfigProblem, ConfigProblemKind } from './domain/configProblem';

export interface BotIdentity {
  readonly type: AppType;
  readonly id: string;
  readonly password?: string;
  readonly certificate?: Certificate;
  readonly tenantId: string;
}

interface Certificate {
  /** SHA-1 of the certificate, in capitals without separators. */
  readonly thumbprint: string;
  /** PEM. */
  readonly privateKey: string;
}

const appTypes = ['UserAssignedMSI', 'SingleTenant'] as const;
type AppType = (typeof appTypes)[number];

const is = (kind: ConfigProblemKind) => ({ error: kind });

/** As Azure and openssl show it, with or without colons. */
const thumbprint = z
  .string()
  .transform((text) => text.replace(/[\s:]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[\dA-F]{40}$/, is('thumbprint')));

/** PEM, on several lines or on one with `\n` where lines end. */
const privateKey = z.string().transform((text, context) => {
  const pem = rsaKeyIn(text.replace(/\\n/g, '\n'));
  if (pem !== undefined) return pem;
  context.addIssue({ code: 'custom', message: 'privateKey' satisfies ConfigProblemKind });
  return z.NEVER;
});

const rsaKeyIn = (pem: string): string | undefined => {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'rsa') return undefined;
    return key.export({ format: 'pem', type: 'pkcs8' }).toString();
  } catch {
    // Not PEM, or locked with a password.
    return undefined;
  }
};

/** The variables of the bot's identity, by the names that the SDK gave them. */
export const identityVariables = {
  MicrosoftAppType: z
    .enum([...appTypes, 'MultiTenant'], is('appType'))
    // Azure has stopped making such bots, and one that answers any tenant is not what this assistant is for.
    .refine((type) => type !== 'MultiTenant', is('multiTenant'))
    .optional(),
  // Tokens have it in small letters, whatever a portal showed.
  MicrosoftAppId: z
    .string()
    .transform((id) => (/^[\dA-F-]{36}$/i.test(id) ? id.toLowerCase() : id))
    .optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: z.string().optional(),
  CertificateThumbprint: thumbprint.optional(),
  CertificatePrivateKey: privateKey.optional(),
};

type Variable = keyof typeof identityVariables;

type Given = { readonly [V in Variable | 'TEAMS']?: string | undefined };

const secrets = [
  'MicrosoftAppPassword',
  'CertificateThumbprint',
  'CertificatePrivateKey',
] as const satisfies readonly Variable[];

/** What does not go together; an identity that cannot work is refused at the start. */
export const identityProblems = (given: Given): readonly ConfigProblem[] => {
  const problems = given.MicrosoftAppId === undefined ? withoutId(given) : withId(given);
  return problems.map(([variable, kind]) => ({ variable, kind }));
};

type Problem = readonly [Variable, ConfigProblemKind];

const withoutId = (given: Given): readonly Problem[] => [
  ...(['MicrosoftAppType', 'MicrosoftAppTenantId', ...secrets] as const)
    .filter((variable) => given[variable] !== undefined)
    .map((variable) => [variable, 'idMissing'] as const),
  ...(given.TEAMS === 'on' ? [['MicrosoftAppId', 'idMissingForTeams'] as const] : []),
];

const withId = (given: Given): readonly Problem[] => [
  ...(typeOf(given) === 'UserAssignedMSI' ? secretsInVain(given) : secretProblems(given)),
  ...(given.MicrosoftAppTenantId === undefined
    ? [['MicrosoftAppTenantId', 'tenantMissing'] as const]
    : []),
];

const secretsInVain = (given: Given): readonly Problem[] =>
  secrets
    .filter((variable) => given[variable] !== undefined)
    .map((variable) => [variable, 'notWithManagedIdentity']);

const secretProblems = (given: Given): readonly Problem[] => {
  const { MicrosoftAppPassword, CertificateThumbprint, CertificatePrivateKey } = given;
  if (CertificateThumbprint === undefined && CertificatePrivateKey === undefined) {
    return MicrosoftAppPassword === undefined ? [['MicrosoftAppPassword', 'passwordMissing']] : [];
  }
  if (CertificateThumbprint === undefined) return [['CertificateThumbprint', 'certificateHalf']];
  if (CertificatePrivateKey === undefined) return [['CertificatePrivateKey', 'certificateHalf']];
  return MicrosoftAppPassword === undefined
    ? []
    : [['MicrosoftAppPassword', 'passwordAndCertificate']];
};

/** With a secret it is one tenant's, without one a managed identity. */
const typeOf = (given: Given): string =>
  given.MicrosoftAppType ??
  (secrets.some((variable) => given[variable] !== undefined) ? 'SingleTenant' : 'UserAssignedMSI');

const identity = z.object(identityVariables);

/** Of variables in which there is no problem; `undefined` without an id. */
export const identityOf = (read: z.output<typeof identity>): BotIdentity | undefined => {
  const { MicrosoftAppId: id, MicrosoftAppTenantId: tenantId, MicrosoftAppPassword } = read;
  const { CertificateThumbprint, CertificatePrivateKey } = read;
  if (id === undefined || tenantId === undefined) return undefined;
  return {
    type: typeOf(read) === 'SingleTenant' ? 'SingleTenant' : 'UserAssignedMSI',
    id,
    tenantId,
    ...(MicrosoftAppPassword === undefined ? {} : { password: MicrosoftAppPassword }),
    ...(CertificateThumbprint === undefined || CertificatePrivateKey === undefined
      ? {}
      : {
          certificate: { thumbprint: CertificateThumbprint, privateKey: CertificatePrivateKey },
        }),
  };
};
