import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { AuthenticationConstants, type MicrosoftAppCredentials } from 'botframework-connector';
import { publicAzure } from './cloud';
import type { Identity } from './identity';
import { sdkOptions } from './sdkOptions';

/** A token as our calls to channels carry it, newly fetched. Rejects as the SDK does. */
export const ownToken = async (identity: Identity): Promise<string> => {
  const factory = new ConfigurationServiceClientCredentialFactory(sdkOptions(identity));
  const credentials = await factory.createCredentials(
    identity.id,
    publicAzure.audience,
    AuthenticationConstants.ToChannelFromBotLoginUrl,
    true,
  );
  // The type that the factory promises hides what all its credentials can.
  return (credentials as MicrosoftAppCredentials).getToken(true);
};
