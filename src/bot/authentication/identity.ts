/** The bot's registration in Azure. */
export interface Identity {
  readonly type: string;
  readonly id: string;
  readonly password?: string;
  /** In place of the password. */
  readonly certificate?: {
    /** SHA-1 in hexadecimal. */
    readonly thumbprint: string;
    /** PEM. */
    readonly privateKey: string;
  };
  readonly tenantId: string;
}
