import type { Terms } from '../src/domain/terms';
import type { Texts } from '../src/text/texts';

interface TermsShown {
  /** The language it is shown in. */
  readonly pages: Texts['pages'];
  readonly version: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
}

/** What stands on the card of the terms. It is the same for everybody, so it is made once. */
export const termsShown = (pages: Texts['pages'], terms: Terms): TermsShown => {
  const known = made.get(terms);
  if (known?.pages === pages) return known;
  const shown: TermsShown = {
    pages,
    version: pages.termsVersion(terms.version, new Date(terms.effectiveOn)),
    sections: terms.sections.map(({ heading, paragraphs }) => ({
      heading: unlisted(heading),
      text: paragraphs.map(unlisted).join('\n\n'),
    })),
  };
  made.set(terms, shown);
  return shown;
};

const made = new WeakMap<Terms, TermsShown>();

/** "1. Scope" is a heading here, not the start of a Markdown list. */
const unlisted = (text: string): string => text.replace(/^(\d+[.)]) /, '$1\u00a0');
