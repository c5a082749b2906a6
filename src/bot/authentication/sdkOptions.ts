import type { Identity } from './identity';

/** An identity, by the names that the SDK gave its parts. */
export const sdkOptions = ({ type, id, tenantId, password, certificate }: Identity) => ({
  MicrosoftAppType: type,
  MicrosoftAppId: id,
  MicrosoftAppTenantId: tenantId,
  ...(password === undefined ? {} : { MicrosoftAppPassword: password }),
  ...(certificate === undefined
    ? {}
    : {
        CertificateThumbprint: certificate.thumbprint,
        CertificatePrivateKey: certificate.privateKey,
      }),
});
