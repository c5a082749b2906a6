import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { texts } from '../text/texts';
import type { Block, Content } from './content';
import { darkMode, look } from './look';

/**
 * The HTML part. Tables and styles in attributes, because that is what mail programs keep; the style element only adds dark mode and
 * narrow screens for those that read it.
 */
export const renderHtml = (content: Content): string =>
  `<!doctype html>${render(<Mail {...content} />)}`;

const Mail = ({ locale, subject, preheader, heading, blocks, foot }: Content) => (
  <html lang={locale}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <title>{subject}</title>
      <style>{darkMode}</style>
    </head>
    <body class="ground" style={look.ground}>
      <div style={look.hidden}>{preheader}</div>
      <Grid wide class="ground" style={look.ground}>
        <tr>
          <td align="center" style={look.margin}>
            <Grid wide style={look.column}>
              <tr>
                <td class="band" style={look.band}>
                  {texts[locale].pages.portal}
                </td>
              </tr>
              <tr>
                <td class="sheet" style={look.sheet}>
                  <h1 class="title" style={look.title}>
                    {heading}
                  </h1>
                  {blocks.map((block) => (
                    <Laid key={block.kind} block={block} />
                  ))}
                </td>
              </tr>
              <tr>
                <td class="foot" style={look.foot}>
                  {foot.map((line) => (
                    <p key={line} style={look.footLine}>
                      {line}
                    </p>
                  ))}
                </td>
              </tr>
            </Grid>
          </td>
        </tr>
      </Grid>
    </body>
  </html>
);

interface GridProps {
  readonly wide?: boolean;
  readonly class?: string;
  readonly style: string;
  readonly children: ComponentChildren;
}

/** A table that is only there for its layout. */
const Grid = ({ wide, children, ...rest }: GridProps) => (
  <table
    role="presentation"
    cellPadding="0"
    cellSpacing="0"
    {...(wide && { width: '100%' })}
    {...rest}
  >
    {children}
  </table>
);

const Laid = ({ block }: { readonly block: Block }) => {
  switch (block.kind) {
    case 'paragraph':
      return <p style={look.paragraph}>{block.text}</p>;
    case 'button':
      return (
        <>
          <Grid class="buttonPlace" style={look.buttonPlace}>
            <tr>
              <td class="button" style={look.button}>
                <a
                  href={block.href}
                  target="_blank"
                  rel="noopener"
                  class="buttonText"
                  style={look.buttonText}
                >
                  {block.label}
                </a>
              </td>
            </tr>
          </Grid>
          <p class="quiet" style={look.small}>
            {block.hint}
            <br />
            <a href={block.href} target="_blank" rel="noopener" class="link" style={look.link}>
              {block.href}
            </a>
          </p>
        </>
      );
    case 'code':
      return (
        <Grid wide style={look.codePlace}>
          <tr>
            <td class="code" style={look.code}>
              <div class="quiet" style={look.label}>
                {block.label}
              </div>
              <div
                class="codeText"
                style={block.value.length > 24 ? look.longCodeText : look.codeText}
              >
                {block.value}
              </div>
            </td>
          </tr>
        </Grid>
      );
    case 'rows':
      return (
        <>
          {block.title !== undefined && (
            <h2 class="title" style={look.subtitle}>
              {block.title}
            </h2>
          )}
          <Grid wide style={look.rows}>
            {block.rows.map(({ label, value }) => (
              <tr key={label}>
                <td class="row" style={look.row}>
                  <div class="quiet" style={look.label}>
                    {label}
                  </div>
                  <div style={look.value}>{value}</div>
                </td>
              </tr>
            ))}
          </Grid>
        </>
      );
    case 'steps':
      return (
        <>
          <h2 class="title" style={look.subtitle}>
            {block.title}
          </h2>
          <ol style={look.steps}>
            {block.steps.map((step) => (
              <li key={step} style={look.step}>
                {step}
              </li>
            ))}
          </ol>
        </>
      );
    case 'quote':
      return (
        <>
          <h2 class="title" style={look.subtitle}>
            {block.title}
          </h2>
          <div class="quote" style={look.quote}>
            {block.text}
          </div>
        </>
      );
  }
};
