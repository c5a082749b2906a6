/** What an engine has to know of a collection beyond its documents' type. */
export interface Schema<T> extends AnySchema {
  readonly name: string;
  /** Fields of which no two documents have the same value, besides `_id`. */
  readonly unique?: readonly (keyof T & string)[];
  /** Fields that are searched or sorted by, of which an engine keeps an index. */
  readonly searched?: readonly SearchedField<keyof T & string>[];
  /** Documents are of no use any more this long after the time in this field. */
  readonly expires?: { readonly by: keyof T & string; readonly afterMs: number };
  /** Read and written at every turn: only what is added is checked field by field. */
  readonly hot?: true;
}

/** The same, whatever the documents are. */
export interface AnySchema {
  readonly name: string;
  readonly unique?: readonly string[];
  readonly searched?: readonly SearchedField<string>[];
  readonly expires?: { readonly by: string; readonly afterMs: number };
  readonly hot?: true;
}

interface SearchedField<F> {
  readonly by: F;
  /** Most documents do not have it, and those are not searched for. */
  readonly rare?: true;
}
