/** What a log may say of an error: its name. Its message may quote what a person typed. */
export const errorName = (error: unknown): string =>
  error instanceof Error ? error.name : typeof error;
