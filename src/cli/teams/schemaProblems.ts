/**
 * What Microsoft's schema of the version that the document itself names says against it, in the schema's own words. The
 * schemas come with the package: nobody is asked.
 */
export const schemaProblems = async (document: {
  readonly $schema?: string;
}): Promise<readonly string[]> => {
  // Loaded when needed: it takes its time, and not every runtime can.
  const { AppManifestUtils } = await import('@microsoft/app-manifest');
  const schema = await AppManifestUtils.fetchSchema(document.$schema ?? '');
  return AppManifestUtils.validateAgainstSchema(document as Manifest, readable(schema));
};

/** Whether it is one is what the call finds out. */
type Manifest = Parameters<
  typeof import('@microsoft/app-manifest')['AppManifestUtils']['validateAgainstSchema']
>[0];

/** A bracket that closes nothing stands in some keys of the localisation schema; expressions in Unicode mode refuse it. */
const readable = <S>(schema: S): S =>
  JSON.parse(JSON.stringify(schema).replaceAll(String.raw`\\b]`, String.raw`\\b\\]`));
