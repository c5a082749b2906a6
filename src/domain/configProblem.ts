/** Everything that can be wrong with a setting; each has its sentence in `src/text`. */
export type ConfigProblemKind =
  | 'port'
  | 'url'
  | 'mailbox'
  | 'keys'
  | 'appType'
  | 'store'
  | 'logLevel'
  | 'nodeEnv'
  | 'idMissing'
  | 'passwordMissing'
  | 'tenantMissing'
  | 'production'
  | 'storeInProduction';

export interface ConfigProblem {
  readonly variable: string;
  readonly kind: ConfigProblemKind;
}
