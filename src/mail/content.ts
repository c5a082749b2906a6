import type { Locale } from '../domain/locale';

/** What a mail says, before it is laid out: the HTML part and the text part are two views of this. */
export interface Content {
  readonly locale: Locale;
  readonly subject: string;
  /** What an inbox shows beside the subject. */
  readonly preheader: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** Why the reader gets this, and where to turn: the foot of the mail. */
  readonly foot: readonly string[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** The address is also written out below the button. */
  | {
      readonly kind: 'button';
      readonly label: string;
      readonly href: string;
      readonly hint: string;
    }
  /** Something to be copied character by character. */
  | { readonly kind: 'code'; readonly label: string; readonly value: string }
  | { readonly kind: 'rows'; readonly title?: string; readonly rows: readonly Row[] }
  | { readonly kind: 'steps'; readonly title: string; readonly steps: readonly string[] }
  /** What a person wrote, with its line breaks. */
  | { readonly kind: 'quote'; readonly title: string; readonly text: string };

export interface Row {
  readonly label: string;
  readonly value: string;
}
