import type { Limit } from '../services/limit';
import type { Schema } from './schema';

export const limits: Schema<Limit> = {
  name: 'limits',
  expires: { by: 'expiresAt', afterMs: 0 },
};
