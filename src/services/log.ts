export interface LogEvent {
  /** What happened, in words joined by dots: "mail.accepted". */
  readonly event: string;
  readonly [detail: string]: unknown;
}

/** Events, not sentences, and never what a person typed. A pino logger is one. */
export interface Log {
  info(event: LogEvent): void;
  warn(event: LogEvent): void;
  error(event: LogEvent): void;
}
