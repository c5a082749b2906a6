/** A machine under contract, as the staff's list has it; what the list leaves empty is absent. Only its model is ever shown to a person who is registering. */
export interface Machine {
  /** Canonical serial number: capitals; separators only where the list has them. */
  readonly _id: string;
  /** The serial number without its separators (`bareSerial`): what a typed one is compared with; unique. */
  readonly bare: string;
  readonly model: string;
  readonly customerNumber?: string;
  readonly customerName?: string;
  readonly siteCity?: string;
  /** Name of the partner who supplied it, absent when there is none. */
  readonly partner?: string;
  /** The account of the one person who reports its meter readings. */
  readonly meterContact?: string;
}
