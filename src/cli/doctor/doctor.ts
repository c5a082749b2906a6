import { readConfig } from '../../config';
import { printJson, type Terminal } from '../terminal';
import { checkIdentity } from './checkIdentity';
import { checkKeys } from './checkKeys';
import { checkMail } from './checkMail';
import { checkPublicUrl } from './checkPublicUrl';
import { checkStore } from './checkStore';
import type { Finding } from './finding';

/** Looks at everything that a start needs, and says what to do where it fails. Sends no mail and changes no data. */
export const doctor = async (
  terminal: Terminal,
  { json = false }: { readonly json?: boolean },
): Promise<number> => {
  const findings = await examine(terminal);
  for (const finding of findings) {
    if (json) printJson(terminal, finding);
    else terminal.out(`${line(finding, terminal)}\n`);
  }
  return findings.some(({ state }) => state === 'failed') ? 1 : 0;
};

const examine = async (terminal: Terminal): Promise<readonly Finding[]> => {
  const { texts } = terminal;
  const t = texts.commands;
  const read = readConfig(terminal.env);
  if (read.kind === 'problems') {
    return read.problems.map(({ variable, kind }) => ({
      check: 'config',
      state: 'failed',
      says: `${variable} ${t.config.problems[kind]}`,
    }));
  }
  const { config } = read;
  const [store, keys, publicUrl, mail, identity] = await Promise.all([
    checkStore(config, terminal),
    checkKeys(config, texts),
    checkPublicUrl(config, texts),
    checkMail(config, texts),
    checkIdentity(config, {
      texts,
      azure: terminal.azure,
      onAzure: terminal.env.IDENTITY_ENDPOINT !== undefined,
    }),
  ]);
  const says = config.production ? t.doctor.config.production : t.doctor.config.development;
  return [{ check: 'config', state: 'ok', says }, store, keys, publicUrl, mail, identity];
};

const line = ({ check, state, says }: Finding, { texts }: Terminal): string =>
  `${marks[state]} ${texts.commands.doctor.line(texts.commands.doctor.names[check], says)}`;

const marks: Readonly<Record<Finding['state'], string>> = { ok: '✓', note: '•', failed: '✗' };
