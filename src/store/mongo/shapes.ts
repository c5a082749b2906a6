import mongoose, { type SchemaDefinitionProperty, Schema as Shape } from 'mongoose';
import type { Account, Address } from '../../domain/account';
import type { Consent } from '../../domain/consent';
import type { Conversation, SentCard } from '../../domain/conversation';
import type { Draft } from '../../domain/facts';
import type { HandOver } from '../../domain/handOver';
import type { HelpRequest } from '../../domain/helpRequest';
import { locales } from '../../domain/locale';
import type { Machine } from '../../domain/machine';
import { mailStates, type OwedMail } from '../../domain/mail';
import type { ToldIn } from '../../domain/toldIn';
import type { TranscriptEntry } from '../../domain/transcriptEntry';
import type { Limit } from '../../services/limit';

/** Every field of the type, so that a new one that is not written here does not compile. */
type Fields<T> = { readonly [K in keyof Required<T>]: SchemaDefinitionProperty };

// Nothing is bent into shape on its way to the store: what has the wrong type is a bug, and the other engine would keep it as it is.
for (const type of ['String', 'Number', 'Boolean', 'Date'] as const) Shape.Types[type].cast(false);
// An empty text is a text.
mongoose.Schema.Types.String.checkRequired((value: unknown) => typeof value === 'string');

const text = { type: String, required: true } as const;
const maybeText = { type: String } as const;
const truth = { type: Boolean } as const;
const date = { type: Date, required: true } as const;
const maybeDate = { type: Date } as const;
const count = { type: Number, required: true, min: 0, validate: Number.isInteger } as const;
const oneOf = (words: readonly string[]) => ({ type: String, required: true, enum: words });
/** A list that is not there is not an empty one. */
const listOf = (member: unknown): SchemaDefinitionProperty => ({
  type: [member],
  required: true,
  default: undefined,
});
const texts = listOf(String);

/** Unknown fields are refused, empty objects kept. */
const strictly = { strict: 'throw', minimize: false, id: false } as const;
const part = <T>(fields: Fields<T>) => new Shape(fields, { ...strictly, _id: false });
const whole = <T>(fields: Fields<T>) =>
  new Shape(fields, { ...strictly, versionKey: false, autoIndex: false, autoCreate: false });

const toldIn = part<ToldIn>({ conversation: text, reference: Shape.Types.Mixed });

const owedMail = part<OwedMail>({
  kind: text,
  to: text,
  locale: oneOf(locales),
  state: oneOf(mailStates),
  attempts: count,
  notBefore: maybeDate,
  createdAt: date,
  reason: maybeText,
  toldIn,
});
const mails = { type: Map, of: owedMail, required: true };

const address = part<Address>({
  street: text,
  unit: maybeText,
  city: text,
  region: maybeText,
  postalCode: maybeText,
  country: text,
});

const consent = part<Consent>({
  version: text,
  hash: text,
  locale: oneOf(locales),
  shownAt: date,
  acceptedAt: date,
  channel: text,
  activityId: maybeText,
});

const draft = part<Draft>({
  givenName: maybeText,
  familyName: maybeText,
  street: maybeText,
  unit: maybeText,
  city: maybeText,
  region: maybeText,
  postalCode: maybeText,
  country: maybeText,
  email: maybeText,
  phone: maybeText,
  extension: maybeText,
  serial: maybeText,
  termsAccepted: truth,
  meterContact: truth,
});

export const accountShape = whole<Account>({
  _id: text,
  email: text,
  emailKey: text,
  givenName: text,
  familyName: text,
  address: { type: address, required: true },
  phone: text,
  extension: maybeText,
  locale: oneOf(locales),
  status: oneOf(['invited', 'active']),
  origin: oneOf(['self', 'contract']),
  machines: texts,
  meterContact: texts,
  meterContactWanted: texts,
  consents: listOf(consent),
  generation: count,
  spentGeneration: { ...count, required: false },
  passwordHash: maybeText,
  sessionEpoch: count,
  activatedAt: maybeDate,
  toldIn,
  createdAt: date,
  mails,
  mailDueAt: maybeDate,
});

export const machineShape = whole<Machine>({
  _id: text,
  bare: text,
  model: text,
  customerNumber: maybeText,
  customerName: maybeText,
  siteCity: maybeText,
  partner: maybeText,
  meterContact: maybeText,
});

export const conversationShape = whole<Conversation>({
  _id: text,
  state: text,
  handled: texts,
  replies: listOf(part<Conversation['replies'][number]>({ id: text, activities: text })),
  leaseOwner: maybeText,
  leaseUntil: maybeDate,
  touchedAt: date,
  sent: { type: [part<SentCard>({ at: count, id: text })], default: undefined },
});

export const helpRequestShape = whole<HelpRequest>({
  _id: text,
  description: text,
  email: text,
  draft,
  locale: oneOf(locales),
  channel: text,
  status: oneOf(['open', 'closed']),
  createdAt: date,
  closedAt: maybeDate,
  answer: maybeText,
  toldIn,
  mails,
  mailDueAt: maybeDate,
});

export const handOverShape = whole<HandOver>({
  _id: text,
  from: text,
  toldIn,
  to: maybeText,
  validUntil: date,
  settled: truth,
  expiresAt: date,
});

export const limitShape = whole<Limit>({
  _id: text,
  used: { type: Number, required: true },
  causes: { type: Map, of: Boolean, required: true },
  expiresAt: date,
});

export const transcriptShape = whole<TranscriptEntry>({
  _id: text,
  conversation: text,
  seq: count,
  activityId: text,
  activity: text,
  expiresAt: date,
});
