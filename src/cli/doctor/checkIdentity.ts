import type { BotIdentity } from '../../botIdentity';
import type { Config } from '../../config';
import type { Texts } from '../../text/texts';
import { type AzureDoor, azureDoor } from './azureDoor';
import type { Finding } from './finding';

interface Outside {
  readonly texts: Texts;
  readonly azure?: AzureDoor | undefined;
  /** This runs where Azure gives managed identities their tokens. */
  readonly onAzure: boolean;
}

/** Tries the identity both ways: the keys that callers are checked with, and a token of our own. */
export const checkIdentity = async (
  { bot, teams, production, directLineSecret }: Config,
  { texts, azure = azureDoor, onAzure }: Outside,
): Promise<Finding> => {
  const t = texts.commands.doctor.identity;
  const finding = (state: Finding['state'], says: string): Finding => ({
    check: 'identity',
    state,
    says,
  });
  if (bot === undefined) {
    if (directLineSecret !== undefined) return finding('failed', t.directLineInVain);
    return finding('note', production ? t.nobody : t.local);
  }
  const wrong = misspelt(bot);
  if (wrong !== undefined) return finding('failed', t.noGuid(wrong));
  const [keys, token] = await Promise.all([
    tried(() => azure.keys()),
    bot.type === 'UserAssignedMSI' && !onAzure ? 'elsewhere' : tried(() => azure.token(bot)),
  ]);
  if (keys !== 'good') return finding('failed', t.noKeys);
  if (token === 'elsewhere') return finding('note', t.onlyOnAzure(bot.type));
  if (token !== 'good') return finding('failed', t.noToken(wayOf(bot), token));
  return finding('ok', teams ? t.withTeams(bot.type) : t.withoutTeams(bot.type));
};

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const domain = /^[\da-z-]+(?:\.[\da-z-]+)+$/i;

const misspelt = ({ id, tenantId }: BotIdentity): string | undefined => {
  if (!guid.test(id)) return 'MicrosoftAppId';
  return guid.test(tenantId) || domain.test(tenantId) ? undefined : 'MicrosoftAppTenantId';
};

const wayOf = ({ type, certificate }: BotIdentity) => {
  if (type === 'UserAssignedMSI') return 'managedIdentity';
  return certificate === undefined ? 'password' : 'certificate';
};

const timeoutMs = 10_000;

/** `good`, or the directory's code for what is wrong: its sentences name ids. */
const tried = async (ask: () => Promise<unknown>): Promise<string> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, '');
  });
  try {
    return await Promise.race([ask().then(() => 'good'), late]);
  } catch (error) {
    return /AADSTS\d+/.exec(error instanceof Error ? error.message : '')?.[0] ?? '';
  } finally {
    clearTimeout(timer);
  }
};
