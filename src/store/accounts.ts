import type { Account } from '../domain/account';
import type { Schema } from './schema';

export const accounts: Schema<Account> = {
  name: 'accounts',
  unique: ['emailKey'],
  searched: [{ by: 'createdAt' }, { by: 'mailDueAt', rare: true }],
};
