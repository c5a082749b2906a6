import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import type { Locale } from '../src/domain/locale';
import type { AcceptedTerms, Registration } from '../src/domain/registration';
import type { RegistrationFacts } from '../src/domain/registrationFacts';

/** What a conversation remembers between turns. Stored as JSON: plain values only. */
export interface Memory {
  /** Of this shape, so that a later one can read what an earlier one left. */
  readonly version: 1;
  readonly locale: Locale;
  /** The person asked for it in words: the channel's own language no longer counts. */
  readonly localeChosen: boolean;
  /** Language the channel named last. */
  readonly channelLocale?: string;
  readonly greeted: boolean;
  /** When the last arrival or departure that counted happened, in milliseconds. */
  readonly announcedAt?: number;
  /** Messages the person has sent; says whether this is the first. */
  readonly heard: number;
  /** Number of the last card. */
  readonly cards: number;
  readonly registration?: Registration;
  /** The last registration that went through, for questions about its mail. */
  readonly done?: Done;
}

export interface Done {
  /** The account that owes the mail: somebody else's when the address was known. */
  readonly account: string;
  readonly mail: string;
  readonly email: string;
  /** What was registered, to register it again with another address. Times are ISO 8601 here. */
  readonly request: {
    readonly id: string;
    readonly facts: RegistrationFacts;
    readonly consent: AcceptedTerms;
    readonly locale: Locale;
  };
}

const newMemory: Memory = {
  version: 1,
  locale: 'fr',
  localeChosen: false,
  greeted: false,
  heard: 0,
  cards: 0,
};

/** Memory and dialog stack of the turn under way live in the turn's context; the turn stores them. */
export const openMemory = (context: TurnContext, json: string): void => {
  const { memory, stack } = parse(json);
  context.turnState.set(memoryKey, memory);
  context.turnState.set(stackKey, stack);
  context.turnState.set(erasedKey, false);
};

export const memoryJson = (context: TurnContext): string =>
  JSON.stringify({
    memory: memoryOf(context),
    stack: context.turnState.get<DialogState>(stackKey),
  });

export const memoryOf = (context: TurnContext): Memory => context.turnState.get<Memory>(memoryKey);

export const remember = (context: TurnContext, news: Partial<Memory>): Memory => {
  const memory = { ...memoryOf(context), ...news };
  context.turnState.set(memoryKey, memory);
  return memory;
};

/** The number of a card that is about to be sent. */
export const numberCard = (context: TurnContext): number =>
  remember(context, { cards: memoryOf(context).cards + 1 }).cards;

export const forget = (context: TurnContext, what: 'registration' | 'done'): void => {
  const { [what]: _, ...rest } = memoryOf(context);
  context.turnState.set(memoryKey, rest);
};

/** The SDK keeps its stack by changing this object; it is the only thing in a conversation that is changed in place. */
export const dialogStack: StatePropertyAccessor<DialogState> = {
  get: async (context: TurnContext) => context.turnState.get<DialogState>(stackKey),
  set: async (context: TurnContext, stack: DialogState) => {
    context.turnState.set(stackKey, stack);
  },
  delete: async (context: TurnContext) => {
    context.turnState.set(stackKey, { dialogStack: [] });
  },
};

/** What was said so far is not to be kept, not even to send it again. */
export const eraseTraces = (context: TurnContext): void => {
  context.turnState.set(erasedKey, true);
};

export const tracesErased = (context: TurnContext): boolean =>
  context.turnState.get<boolean | undefined>(erasedKey) === true;

const erasedKey = Symbol('erased');
const memoryKey = Symbol('memory');
const stackKey = Symbol('stack');

const parse = (json: string): { readonly memory: Memory; readonly stack: DialogState } =>
  json === '' ? { memory: newMemory, stack: { dialogStack: [] } } : JSON.parse(json);
