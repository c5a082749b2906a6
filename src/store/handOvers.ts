import type { HandOver } from '../domain/handOver';
import type { Schema } from './schema';

export const handOvers: Schema<HandOver> = {
  name: 'handOvers',
  searched: [{ by: 'from' }],
  expires: { by: 'expiresAt', afterMs: 0 },
};
