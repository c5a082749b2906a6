/** What two writings of one serial number have in common: capitals and digits, nothing between them. "hft-13689" and "HFT 13689" are HFT13689. */
export const bareSerial = (serial: string): string =>
  serial
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
