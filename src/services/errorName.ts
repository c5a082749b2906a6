/** What a log may say of an error: its name, and the system's code for it (ENOSPC, ECONNRESET). Its message may quote what a person typed. */
export const errorName = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && isSystemCode(error.code) ? `${error.name} ${error.code}` : error.name;
};

const isSystemCode = (code: unknown): boolean =>
  typeof code === 'string' && /^E[A-Z0-9]{2,20}$/.test(code);
