/** What one long run came to; `wrong` lists in words whatever should not be. */
export interface Figures {
  readonly cells: readonly (string | number)[];
  readonly wrong: readonly string[];
}

export const seconds = (ms: number): string => `${Math.round(ms / 1_000)} s`;
