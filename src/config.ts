import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { type BotIdentity, identityOf, identityProblems, identityVariables } from './botIdentity';
import type { ConfigProblem, ConfigProblemKind } from './domain/configProblem';

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** Base of links in mails, without a slash at its end. */
  readonly publicUrl: string;
  /** Embedded store, local outbox, generated keys. */
  readonly dataDir: string;
  readonly mailFrom: string;
  readonly helpMailTo: string;
  /** Where the data is kept; `undefined`: the embedded store in `dataDir`. */
  readonly mongodbUri: string | undefined;
  /** Sends the mails; `undefined`: `smtpUrl` does, and without that the local outbox keeps them. */
  readonly sendgrid: SendgridSettings | undefined;
  readonly smtpUrl: string | undefined;
  /** The first one signs; `undefined`: generated into `dataDir` when first needed. */
  readonly secretKeys: readonly string[] | undefined;
  /** The bot's identity; `undefined`: only callers of this machine are answered, and in production none. */
  readonly bot: BotIdentity | undefined;
  /** With it the widget uses Azure's Direct Line instead of our own. */
  readonly directLineSecret: string | undefined;
  /** The bot is meant to be reached from Microsoft Teams: it has to have an identity. */
  readonly teams: boolean;
  /** The page of the Teams app's tab is there; outside production also without an identity, to be looked at. */
  readonly teamsTab: boolean;
  readonly logLevel: LogLevel;
  /** Where traces go; `undefined`: nowhere, and nothing is traced. */
  readonly telemetry: TelemetrySettings | undefined;
}

export interface TelemetrySettings {
  /** Base address of an OTLP/HTTP collector, without a slash at its end. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
}

export interface SendgridSettings {
  readonly apiKey: string;
  /** Without a slash at its end and without the path of the API. */
  readonly baseUrl?: string;
  /** Public key of the signed event webhook: base64 of its DER form. Without it no event is taken. */
  readonly webhookKey?: string;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

export type ConfigRead =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'problems'; readonly problems: readonly ConfigProblem[] };

export type Environment = Readonly<Record<string, string | undefined>>;

/** The only reader of environment variables. An empty one counts as absent; every problem is told at once. */
export const readConfig = (env: Environment): ConfigRead => {
  const given = present(env);
  const parsed = schema.safeParse(given);
  const problems = once([
    ...(parsed.success ? [] : parsed.error.issues.map(problemOf)),
    ...together(given),
  ]);
  if (!parsed.success || problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'config', config: configOf(parsed.data) };
};

const is = (kind: ConfigProblemKind) => ({ error: kind });

const url = z
  .url({ protocol: /^https?$/, ...is('url') })
  .refine((text) => !/[?#@]/.test(text), is('url'))
  .transform((text) => text.replace(/\/+$/, ''));

/** "address" or "Name <address>", on one line. */
const mailbox = z
  .string()
  .regex(/^(?:[^\s<>@]+@[^\s<>@]+|[^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>)$/, is('mailbox'));

const keys = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((key) => key.trim())
      .filter((key) => key !== ''),
  )
  .pipe(z.array(z.string().min(32, is('keys'))).min(1, is('keys')));

const mongodbUri = z.string().regex(/^mongodb(?:\+srv)?:\/\/[^\s/]+/, is('mongodbUri'));

/** "name=value,name=value", values percent-encoded, as OpenTelemetry has it. */
const headers = z
  .string()
  .regex(/^[\w-]+=[\x21-\x2b\x2d-\x7e]+(?:,[\w-]+=[\x21-\x2b\x2d-\x7e]+)*$/, is('headers'))
  .transform((text) =>
    Object.fromEntries(
      text.split(',').map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), decoded(pair.slice(at + 1))];
      }),
    ),
  );

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // A per cent sign that stands for itself.
    return text;
  }
};

const smtpUrl = z.url({ protocol: /^smtps?$/, ...is('smtpUrl') });

/** As SendGrid shows it (base64 on one line) or as PEM. */
const webhookKey = z
  .string()
  .transform((text) => text.replace(/-----[^-]+-----|\\n|\s/g, ''))
  .refine((base64) => isPublicKey(base64), is('webhookKey'));

const isPublicKey = (base64: string): boolean => {
  try {
    const key = createPublicKey({
      key: Buffer.from(base64, 'base64'),
      format: 'der',
      type: 'spki',
    });
    return key.asymmetricKeyType === 'ec';
  } catch {
    return false;
  }
};

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, is('port'))
    .transform(Number)
    .pipe(z.number().max(65_535, is('port')))
    .optional(),
  HOST: z.string().optional(),
  PUBLIC_URL: url.optional(),
  DATA_DIR: z.string().optional(),
  MAIL_FROM: mailbox.optional(),
  HELP_MAIL_TO: mailbox.optional(),
  MONGODB_URI: mongodbUri.optional(),
  STORE: z.literal('embedded', is('store')).optional(),
  SENDGRID_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, is('apiKey'))
    .optional(),
  SENDGRID_BASE_URL: url.optional(),
  SENDGRID_WEBHOOK_KEY: webhookKey.optional(),
  SMTP_URL: smtpUrl.optional(),
  SECRET_KEYS: keys.optional(),
  ...identityVariables,
  DIRECT_LINE_SECRET: z.string().optional(),
  TEAMS: z.enum(['on', 'off'], is('teams')).optional(),
  LOG_LEVEL: z.enum(logLevels, is('logLevel')).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: headers.optional(),
  OTEL_SERVICE_NAME: z.string().optional(),
  NODE_ENV: z.enum(['production', 'development', 'test'], is('nodeEnv')).optional(),
});

type Variable = keyof typeof schema.shape;

/** Every variable there is, for `.env.example`. */
export const variables: readonly string[] = Object.keys(schema.shape);

type Given = { readonly [V in Variable]?: string };

const present = (env: Environment): Given =>
  Object.fromEntries(
    variables.flatMap((variable) => {
      const content = env[variable]?.trim();
      return content === undefined || content === '' ? [] : [[variable, content]];
    }),
  );

const problemOf = ({ path, message }: z.core.$ZodIssue): ConfigProblem => ({
  variable: String(path[0]),
  // Every rule above names its kind as its message.
  kind: message as ConfigProblemKind,
});

/** Two bad keys are one problem. */
const once = (problems: readonly ConfigProblem[]): readonly ConfigProblem[] => [
  ...new Map(problems.map((problem) => [`${problem.variable} ${problem.kind}`, problem])).values(),
];

const neededInProduction: readonly Variable[] = [
  'PUBLIC_URL',
  'SECRET_KEYS',
  'MAIL_FROM',
  'HELP_MAIL_TO',
];

/** Rules that several variables make together; those of one are in the schema. */
const together = (given: Given): readonly ConfigProblem[] => [
  ...identityProblems(given),
  ...(given.NODE_ENV === 'production' ? productionProblems(given) : []),
];

/** Plain http across a network; on this machine itself nobody listens in: a rehearsal needs no certificate. */
const isOpenToEavesdroppers = (address: string): boolean =>
  /^http:/i.test(address) &&
  !/^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/i.test(address);

const productionProblems = (given: Given): readonly ConfigProblem[] => [
  ...neededInProduction
    .filter((variable) => given[variable] === undefined)
    .map((variable) => ({ variable, kind: 'production' as const })),
  ...(given.PUBLIC_URL !== undefined && isOpenToEavesdroppers(given.PUBLIC_URL)
    ? [{ variable: 'PUBLIC_URL', kind: 'httpsInProduction' as const }]
    : []),
  ...(given.MONGODB_URI === undefined && given.STORE === undefined
    ? [{ variable: 'MONGODB_URI', kind: 'storeInProduction' as const }]
    : []),
  ...(given.SENDGRID_API_KEY === undefined && given.SMTP_URL === undefined
    ? [{ variable: 'SENDGRID_API_KEY', kind: 'mailInProduction' as const }]
    : []),
];

const configOf = (read: z.output<typeof schema>): Config => {
  const production = read.NODE_ENV === 'production';
  const port = read.PORT ?? 3978;
  return {
    production,
    port,
    host: read.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    publicUrl: read.PUBLIC_URL ?? `http://localhost:${port}`,
    dataDir: read.DATA_DIR ?? 'data',
    mailFrom: read.MAIL_FROM ?? 'portail@example.org',
    helpMailTo: read.HELP_MAIL_TO ?? 'aide@example.org',
    mongodbUri: read.MONGODB_URI,
    sendgrid: sendgridOf(read),
    smtpUrl: read.SMTP_URL,
    secretKeys: read.SECRET_KEYS,
    bot: identityOf(read),
    directLineSecret: read.DIRECT_LINE_SECRET,
    teams: read.MicrosoftAppId !== undefined && read.TEAMS !== 'off',
    teamsTab: (read.MicrosoftAppId !== undefined || !production) && read.TEAMS !== 'off',
    logLevel: read.LOG_LEVEL ?? 'info',
    telemetry: telemetryOf(read),
  };
};

const telemetryOf = (read: z.output<typeof schema>): TelemetrySettings | undefined =>
  read.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
    ? undefined
    : {
        endpoint: read.OTEL_EXPORTER_OTLP_ENDPOINT,
        headers: read.OTEL_EXPORTER_OTLP_HEADERS ?? {},
        serviceName: read.OTEL_SERVICE_NAME ?? 'registration-assistant',
      };

const sendgridOf = (read: z.output<typeof schema>): SendgridSettings | undefined => {
  const {
    SENDGRID_API_KEY: apiKey,
    SENDGRID_BASE_URL: baseUrl,
    SENDGRID_WEBHOOK_KEY: webhookKey,
  } = read;
  if (apiKey === undefined) return undefined;
  return {
    apiKey,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(webhookKey === undefined ? {} : { webhookKey }),
  };
};
