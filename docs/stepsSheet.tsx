import { render } from 'preact-render-to-string';
import type { Step } from './registrationSteps';

/** The steps side by side, with numbers and captions, as a page to be photographed. */
export const stepsSheet = (steps: readonly Step[]): string =>
  `<!doctype html>${render(
    <html lang="fr">
      <head>
        <style>{style}</style>
      </head>
      <body>
        {steps.map(({ caption, picture }, at) => (
          <figure key={caption}>
            <figcaption>
              <b>{at + 1}</b>
              {caption}
            </figcaption>
            <img src={`data:image/png;base64,${picture.toString('base64')}`} alt="" />
          </figure>
        ))}
      </body>
    </html>,
  )}`;

/** In pixels. */
export const sheetWidth = 1680;

const style = `
  body {
    display: grid;
    grid-template-columns: repeat(4, 380px);
    gap: 40px 32px;
    margin: 0;
    padding: 32px;
    box-sizing: border-box;
    width: ${sheetWidth}px;
    background: #dfe7ef;
    color: #12395f;
    font: 600 19px/1.3 system-ui, sans-serif;
  }
  figure { display: flex; flex-direction: column; margin: 0 }
  figcaption { display: flex; flex: 1; gap: 12px; align-items: center; margin-bottom: 14px }
  b {
    flex: none;
    width: 40px;
    border-radius: 50%;
    background: #12395f;
    color: #fff;
    line-height: 40px;
    text-align: center;
  }
  img { border: 1px solid #b9c7d4; border-radius: 12px; box-shadow: 0 4px 16px rgb(16 42 67 / 18%) }
`;
