export const checks = ['config', 'store', 'keys', 'publicUrl', 'mail', 'identity'] as const;

export type Check = (typeof checks)[number];

/** What one check found, in a sentence that says what to do where something is to be done. A note is nothing wrong, but worth knowing. */
export interface Finding {
  readonly check: Check;
  readonly state: 'ok' | 'note' | 'failed';
  readonly says: string;
}
