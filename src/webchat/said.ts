/** An activity that has its id; its time is given when it is written down. */
export interface Said {
  readonly id: string;
  readonly type: string;
  readonly [member: string]: unknown;
}
