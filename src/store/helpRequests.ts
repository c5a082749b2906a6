import type { HelpRequest } from '../domain/helpRequest';
import type { Schema } from './schema';

export const helpRequests: Schema<HelpRequest> = {
  name: 'helpRequests',
  searched: [{ by: 'createdAt' }, { by: 'mailDueAt', rare: true }],
};
