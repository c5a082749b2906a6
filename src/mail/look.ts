const fonts = "font-family: -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const mono = "font-family: Consolas, Menlo, 'Liberation Mono', 'Courier New', monospace";

/** Styles of the mails, by part. Colours are those of the pages. */
export const look = {
  ground: `margin: 0; padding: 0; background-color: #eef2f6; color: #1c2a36; ${fonts}`,
  /** Shown by inboxes, not by the mail itself. */
  hidden:
    'display: none; max-height: 0; overflow: hidden; font-size: 1px; line-height: 1px; opacity: 0',
  margin: 'padding: 24px 12px',
  column: 'max-width: 600px; margin: 0 auto; border-collapse: separate',
  band: `padding: 20px 32px; border-radius: 8px 8px 0 0; border-bottom: 3px solid #2f7fc1; background-color: #12395f; color: #ffffff; ${fonts}; font-size: 17px; font-weight: 600; line-height: 1.3`,
  sheet: `padding: 32px 32px 24px; border-radius: 0 0 8px 8px; background-color: #ffffff; color: #1c2a36; ${fonts}; font-size: 16px; line-height: 1.55`,
  title: 'margin: 0 0 16px; color: #12395f; font-size: 24px; font-weight: 700; line-height: 1.25',
  subtitle:
    'margin: 28px 0 8px; color: #12395f; font-size: 17px; font-weight: 700; line-height: 1.3',
  paragraph: 'margin: 0 0 16px; overflow-wrap: anywhere',
  buttonPlace: 'margin: 20px 0 16px; border-collapse: separate',
  button: 'border-radius: 8px; background-color: #0b5cad; text-align: center',
  buttonText: `display: inline-block; padding: 14px 28px; border-radius: 8px; color: #ffffff; ${fonts}; font-size: 16px; font-weight: 600; line-height: 1.2; text-decoration: none`,
  small:
    'margin: 0 0 20px; color: #51626f; font-size: 13px; line-height: 1.5; overflow-wrap: anywhere; word-break: break-word',
  link: 'color: #0b5cad; text-decoration: underline',
  codePlace: 'margin: 0 0 16px; border-collapse: separate',
  code: 'padding: 12px 18px 14px; border: 1px solid #c3d3e2; border-radius: 8px; background-color: #f2f7fc',
  label: 'color: #51626f; font-size: 13px; line-height: 1.4',
  codeText: `${mono}; font-size: 19px; font-weight: 700; line-height: 1.4; letter-spacing: 0.5px; white-space: nowrap`,
  longCodeText: `${mono}; font-size: 15px; font-weight: 700; line-height: 1.5; overflow-wrap: anywhere; word-break: break-word`,
  rows: 'margin: 0 0 12px; border-collapse: collapse',
  row: 'padding: 8px 0; border-bottom: 1px solid #dde5ec',
  value: 'font-size: 16px; line-height: 1.45; overflow-wrap: anywhere; word-break: break-word',
  steps: 'margin: 0 0 8px; padding: 0 0 0 22px',
  step: 'margin: 0 0 8px; padding: 0 0 0 4px',
  quote:
    'margin: 0 0 16px; padding: 12px 18px; border-left: 4px solid #2f7fc1; background-color: #f2f7fc; white-space: pre-wrap; overflow-wrap: anywhere; word-break: break-word',
  foot: `padding: 20px 32px; color: #51626f; ${fonts}; font-size: 13px; line-height: 1.5`,
  footLine: 'margin: 0 0 8px; overflow-wrap: anywhere',
} as const;

/** No quotes and no angle brackets: it is escaped like any other text. */
export const darkMode = `
@media (prefers-color-scheme: dark) {
  .ground { background-color: #10171e !important; color: #dbe5ee !important; }
  .band { background-color: #0e2740 !important; color: #eaf2fa !important; }
  .sheet { background-color: #18222c !important; color: #dbe5ee !important; }
  .title { color: #cfe3f5 !important; }
  .quiet, .foot { color: #a3b3c1 !important; }
  .link { color: #8cc4f5 !important; }
  .button { background-color: #1f6fbf !important; }
  .code, .quote { background-color: #1f2c38 !important; border-color: #3b5066 !important; }
  .row { border-color: #2c3a47 !important; }
}
@media (max-width: 480px) {
  .band, .foot { padding-left: 20px !important; padding-right: 20px !important; }
  .sheet { padding: 24px 20px 16px !important; }
  .buttonPlace { width: 100% !important; }
  .buttonText { display: block !important; }
}
@media (max-width: 340px) {
  .band, .foot { padding-left: 12px !important; padding-right: 12px !important; }
  .sheet { padding: 20px 12px 12px !important; }
  .code { padding: 10px !important; }
  .codeText { font-size: 15px !important; letter-spacing: 0 !important; }
}
`;
