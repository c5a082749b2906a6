/** Callers name their channel themselves: what is counted or traced has a closed list of names. */
export const knownChannel = (channel: string): string =>
  channels.has(channel) ? channel : 'other';

const channels: ReadonlySet<string> = new Set([
  'webchat',
  'directline',
  'msteams',
  'emulator',
  'form',
]);
