import type { Machine } from '../domain/machine';
import type { Schema } from './schema';

export const machines: Schema<Machine> = { name: 'machines', unique: ['bare'] };
