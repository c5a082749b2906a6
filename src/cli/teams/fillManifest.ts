import type { TeamsAppSettings } from '../../teamsAppSettings';

/** As JSON has it; its schema is checked elsewhere. */
export interface Manifest {
  /** Address of the schema that it goes by. */
  readonly $schema?: string;
  readonly id: string;
  readonly version: string;
  readonly localizationInfo: {
    readonly additionalLanguages: readonly { readonly file: string }[];
  };
  readonly icons: { readonly color: string; readonly outline: string };
}

/** `teams/manifest.json` with what stands in `${{…}}` filled in; a name that nothing stands for is left as it is. */
export const fillManifest = (
  template: string,
  { botId, publicUrl }: TeamsAppSettings,
): Manifest => {
  const values = new Map([
    ['MicrosoftAppId', botId],
    ['PUBLIC_URL', publicUrl],
    ['PUBLIC_HOST', new URL(publicUrl).host],
  ]);
  const fill = (text: string) =>
    text.replace(/\$\{\{(\w+)\}\}/g, (whole, name) => values.get(name) ?? whole);
  return JSON.parse(template, (_key, value) => (typeof value === 'string' ? fill(value) : value));
};

/** Names that nothing stands for. */
export const unfilled = (manifest: Manifest): readonly string[] =>
  JSON.stringify(manifest).match(/\$\{\{.*?\}\}/g) ?? [];
