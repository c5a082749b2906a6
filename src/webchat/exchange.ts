/** A request to the web chat, as far as it matters here: what carried it is the web server's business. */
export interface ChatRequest {
  /** From the address; absent where the address names none. */
  readonly conversation?: string;
  readonly watermark?: string;
  /** The headers of these names, empty when absent. */
  readonly authorization: string;
  readonly cookie: string;
  /** JSON that was read within its limits; `undefined` without a body. */
  readonly body: unknown;
  /** Network address that limits count by. */
  readonly address: string;
  /** Where the caller reaches us, without a slash at its end. */
  readonly origin: string;
}

export interface ChatAnswer {
  readonly status: number;
  /** Sent as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ChatRoute {
  readonly method: 'get' | 'post';
  /** `:conversation` stands for the conversation's id. */
  readonly path: string;
  readonly answer: (request: ChatRequest) => Promise<ChatAnswer>;
}

export const refusal = (
  status: number,
  error: string,
  headers: Readonly<Record<string, string>> = {},
): ChatAnswer => ({ status, body: { error }, headers });
