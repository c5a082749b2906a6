/** What a span says. Words of closed lists and figures only, never anything of a person. */
export type SpanAttributes = Readonly<Record<string, string | number>>;

/** Where time goes. A part that is traced says so; what becomes of it is decided at the edge. */
export interface Tracing {
  /** The work as a span of its own, below the one it is called in; `root`: of nobody's. */
  span<R>(
    name: string,
    attributes: SpanAttributes,
    work: () => Promise<R>,
    more?: { readonly root?: boolean },
  ): Promise<R>;
  /** More about the span this is called in. */
  note(attributes: SpanAttributes, more?: { readonly failed?: boolean }): void;
  /** The request that is being answered has found its address, named without what is particular to it. */
  route(method: string, path: string): void;
  /** Work that goes on after the request that caused it is not part of it. */
  apart<R>(work: () => R): R;
  /** Listens to what a database is asked. Absent where nobody looks: drivers tell only when they are told to. */
  readonly database?: (driver: DatabaseDriver) => void;
}

/** A driver that tells what it asks, by events named and made as MongoDB's are. */
export interface DatabaseDriver {
  on(event: DriverEvent, listener: (command: DriverCommand) => void): unknown;
}

type DriverEvent = 'commandStarted' | 'commandSucceeded' | 'commandFailed';

interface DriverCommand {
  readonly requestId: number;
  readonly commandName: string;
  readonly databaseName?: string;
  readonly command?: unknown;
  readonly failure?: unknown;
}

/** Where nobody looks. */
export const noTracing: Tracing = {
  span: (_name, _attributes, work) => work(),
  note: () => undefined,
  route: () => undefined,
  apart: (work) => work(),
};
