import { StoreAway } from '../../services/storeAway';

/** Errors of the network, of looking a server up and of servers that vote, stop or wait for each other; their messages name hosts. */
export const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof StoreAway || named.test(error.name)) return true;
  return 'syscall' in error || ('code' in error && codes.has(Number(error.code)));
};

const named =
  /ServerSelection|Network|PoolCleared|StoreAway|Timeout|NotConnected|TopologyClosed|WriteConcernError/;

/** As in MongoDB's list of error codes. */
const codes: ReadonlySet<number> = new Set([
  ...[6, 7, 89, 9001], // another server of the house cannot be reached
  ...[50, 64, 262], // it took too long, or too few have it yet
  ...[91, 11600], // stops
  ...[133, 189, 10107, 11602, 13435, 13436], // is not the primary, or just was
  134, // does not know yet what a majority has
]);
