import type { BotIdentity } from '../../botIdentity';

/** What the check of the bot's identity asks of Azure. Each rejects when it cannot be had. */
export interface AzureDoor {
  /** The keys that channels sign with. */
  keys(): Promise<unknown>;
  /** A token as our calls to channels carry it. */
  token(identity: BotIdentity): Promise<unknown>;
}

/** Loaded when asked for: the SDK takes half a second. */
export const azureDoor: AzureDoor = {
  keys: () => {
    const {
      publicAzure,
    }: typeof import('../../bot/authentication/cloud') = require('../../bot/authentication/cloud');
    const {
      makeFetchSigningKeys,
    }: typeof import('../../bot/authentication/fetchSigningKeys') = require('../../bot/authentication/fetchSigningKeys');
    return makeFetchSigningKeys(publicAzure.metadataUrl)();
  },
  token: (identity) => {
    const {
      ownToken,
    }: typeof import('../../bot/authentication/ownToken') = require('../../bot/authentication/ownToken');
    return ownToken(identity);
  },
};
