// What our scripts know of Web Chat: the parts that are used, no more.

export interface Settings {
  readonly locale: 'fr' | 'en';
  readonly webChat: string;
  readonly words: Words;
}

export interface Words {
  readonly title: string;
  readonly opening: string;
  readonly close: string;
  readonly startOver: string;
  readonly sure: Readonly<Record<'title' | 'lines' | 'yes' | 'no', string>>;
  readonly broken: Readonly<Record<'line' | 'again' | 'form', string>>;
  readonly notSent: string;
  readonly webChat: Readonly<Record<WebChatWord, string>>;
}

type WebChatWord =
  | 'reconnecting'
  | 'said'
  | 'sentAt'
  | 'attached'
  | 'history'
  | 'historyRole'
  | 'historyEnd'
  | 'historyTitle'
  | 'windowTitle'
  | 'moveInWindow'
  | 'leaveMessage'
  | 'placeholder'
  | 'tooLong'
  | 'dropFiles'
  | 'oneAttachment'
  | 'attachments'
  | 'keypad'
  | 'keypadOnlyDigits';

/** What the chat is opened for: to look at it, to begin a registration, to ask for help. */
export type Purpose = 'look' | 'begin' | 'help';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json | undefined };

export interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly from: { readonly role?: string };
  readonly text?: string;
  readonly value?: unknown;
  readonly attachments?: readonly Attachment[];
  readonly channelData?: Readonly<Record<string, unknown>> & { readonly clientActivityID?: string };
}

export interface Attachment {
  readonly contentType: string;
  readonly content?: JsonObject;
}

export interface DirectLine {
  /** Once the conversation has begun. */
  readonly conversationId?: string;
  readonly connectionStatus$: {
    subscribe(next: (status: number) => void): { unsubscribe(): void };
  };
  /** Not of its published types: what it takes from the browser. */
  readonly services?: Services;
  end(): void;
}

interface Services {
  random: () => number;
  WebSocket: typeof WebSocket;
  ajax: Ajax;
}

export type Ajax = (request: { readonly url: string }) => Answers;

/** An observable, as far as it is touched. */
interface Answers {
  retryWhen(again: (errors: Errors) => unknown): Answers;
}

interface Errors {
  mergeMap(wait: (error: { readonly status?: number }) => Promise<void>): unknown;
}

export interface Action {
  readonly type: string;
  readonly meta?: { readonly clientActivityID?: string };
  readonly payload?: Payload;
}

/** Of the actions that we read or make, all in one. */
interface Payload {
  readonly text?: string;
  readonly activity?: Activity;
  readonly id?: string;
  readonly level?: string;
  readonly message?: string;
  readonly value?: Json;
}

export interface Store {
  dispatch(action: Action): unknown;
  getState(): { readonly activities: readonly Activity[] };
  subscribe(listener: () => void): () => void;
}

type Next = (action: Action) => unknown;
export type StoreMiddleware = (store: Store) => (next: Next) => Next;

/** A React element, as far as it is touched. */
export interface ReactElement {
  readonly props: object;
}

interface Card {
  readonly activity: Activity;
  readonly attachment: Attachment;
}

type Render = (card: Card) => ReactElement | false | null | undefined;
export type AttachmentMiddleware = () => (next: Render) => Render;

type Read = (card: Card) => (() => ReactElement) | false;
export type ScreenReaderMiddleware = () => (next: Read) => Read;

export interface WebChat {
  createStore(initial: object, ...middleware: readonly StoreMiddleware[]): Store;
  createDirectLine(options: object): DirectLine;
  renderWebChat(props: object, element: HTMLElement): void;
}

declare global {
  interface Window {
    WebChat?: WebChat;
  }
}
