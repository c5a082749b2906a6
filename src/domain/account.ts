import type { Consent } from './consent';
import type { Locale } from './locale';
import type { OwesMail } from './mail';
import type { ToldIn } from './toldIn';

export interface Address {
  readonly street: string;
  readonly unit?: string;
  readonly city: string;
  /** Canada and the United States only. */
  readonly region?: string;
  readonly postalCode?: string;
  readonly country: string;
}

/** One document: the person, their consent and their mails are written together or not at all. */
export interface Account extends OwesMail {
  /** The registration's id: made when a registration begins, so that confirming twice has one effect. */
  readonly _id: string;
  /** Canonical. */
  readonly email: string;
  /** The address as it is compared (`emailKey`): letter case never makes a second account; unique. */
  readonly emailKey: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly address: Address;
  readonly phone: string;
  readonly extension?: string;
  readonly locale: Locale;
  readonly status: 'invited' | 'active';
  readonly origin: 'self' | 'contract';
  readonly machines: readonly string[];
  readonly meterContact: readonly string[];
  /** A wish until the account is activated. */
  readonly meterContactWanted: readonly string[];
  readonly consents: readonly Consent[];
  /** Generation of the derived secrets; "resend" adds one. */
  readonly generation: number;
  /** The temporary passwords of this generation and of older ones were used up by choosing a password. */
  readonly spentGeneration?: number;
  /** argon2id, in PHC form; absent until the person has chosen a password. */
  readonly passwordHash?: string;
  /** Grows with every change of the password: sessions of an earlier epoch are over. */
  readonly sessionEpoch: number;
  readonly activatedAt?: Date;
  /** Where the person is told that the account is active. */
  readonly toldIn?: ToldIn;
  readonly createdAt: Date;
}
