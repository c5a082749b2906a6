/** Who vouches for the channels that call us. Another one is handed in by tests, never by the environment. */
export interface Cloud {
  /** Of the tokens that channels bring. */
  readonly issuer: string;
  /** OpenID document that says where the issuer's keys are. */
  readonly metadataUrl: string;
  /** Who our own tokens are for. */
  readonly audience: string;
  readonly callerId: string;
}

/** Public Azure, as "Authenticate requests with the Bot Connector API" of its documentation has it. */
export const publicAzure: Cloud = {
  issuer: 'https://api.botframework.com',
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  audience: 'https://api.botframework.com',
  callerId: 'urn:botframework:azure',
};
