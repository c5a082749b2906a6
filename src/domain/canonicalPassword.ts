/** One spelling of a password, whatever keyboard it was typed on (NFC). Cut far beyond the longest one, so that no request costs more than it should. */
export const canonicalPassword = (typed: string): string => typed.slice(0, 1000).normalize('NFC');
