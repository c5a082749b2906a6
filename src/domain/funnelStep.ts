/** How far a registration comes, in order: the guide's steps, then the account. */
export const funnelSteps = [
  'details',
  'terms',
  'machine',
  'meterContact',
  'review',
  'registered',
] as const;

export type FunnelStep = (typeof funnelSteps)[number];
