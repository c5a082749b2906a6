/** Everything that can be wrong with a setting; each has its sentence in `src/text`. */
export type ConfigProblemKind =
  | 'port'
  | 'url'
  | 'mailbox'
  | 'keys'
  | 'mongodbUri'
  | 'apiKey'
  | 'webhookKey'
  | 'smtpUrl'
  | 'teams'
  | 'appType'
  | 'multiTenant'
  | 'thumbprint'
  | 'privateKey'
  | 'store'
  | 'logLevel'
  | 'headers'
  | 'nodeEnv'
  | 'idMissing'
  | 'passwordMissing'
  | 'passwordAndCertificate'
  | 'certificateHalf'
  | 'notWithManagedIdentity'
  | 'tenantMissing'
  | 'idMissingForTeams'
  | 'production'
  | 'httpsInProduction'
  | 'storeInProduction'
  | 'mailInProduction';

export interface ConfigProblem {
  readonly variable: string;
  readonly kind: ConfigProblemKind;
}
