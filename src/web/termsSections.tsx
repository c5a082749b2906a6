import type { Terms } from '../domain/terms';

/** The text that people accept. */
export const TermsSections = ({ sections }: Pick<Terms, 'sections'>) => (
  <ol class="sections">
    {sections.map(({ heading, paragraphs }) => (
      <li key={heading}>
        <h2>{heading}</h2>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </li>
    ))}
  </ol>
);
