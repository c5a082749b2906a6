/** What an engine has to know of a collection beyond its documents' type. */
export interface Schema<T> {
  readonly name: string;
  /** Fields of which no two documents have the same value, besides `_id`. */
  readonly unique?: readonly (keyof T & string)[];
  /** Documents are of no use any more this long after the time in this field. */
  readonly expires?: { readonly by: keyof T & string; readonly afterMs: number };
}
