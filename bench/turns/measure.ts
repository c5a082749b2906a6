import type { Contestant } from './contestant';
import { type Played, play } from './player';

/** What takes part: a server, and how a person registers with it. */
export interface Entry {
  readonly name: string;
  readonly server: Contestant;
  readonly script: (person: string) => readonly string[];
}

export interface Measured extends Played {
  /** Microseconds of CPU of the server's process. */
  readonly cpuPerTurn: number;
  /** Milliseconds of CPU of the server's process, with account and mail. */
  readonly cpuPerRegistration: number;
}

let plays = 0;

export const measure = async (
  { server, script }: Entry,
  connections: number,
  ms: number,
): Promise<Measured> => {
  plays += 1;
  const before = await server.used();
  const played = await play({ port: server.port, connections, ms, script, name: `p${plays}` });
  const { cpu } = await server.used();
  return {
    ...played,
    cpuPerTurn: ((cpu - before.cpu) * 1000) / played.turns,
    cpuPerRegistration: (cpu - before.cpu) / played.registrations,
  };
};

/** Milliseconds within which that share of the turns was over. */
export const percentile = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
