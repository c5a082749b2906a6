// Everything that the SDK's packages offer, each part loaded: name → what kind of thing it is.
const packages = {
  botbuilder: require('botbuilder'),
  'botbuilder-core': require('botbuilder-core'),
  'botbuilder-dialogs': require('botbuilder-dialogs'),
  'botframework-connector': require('botframework-connector'),
  'botframework-schema': require('botframework-schema'),
};
const kinds = Object.entries(packages).map(([name, parts]) => [
  name,
  Object.fromEntries(
    Object.keys(parts)
      .sort()
      .map((part) => [part, typeof parts[part]]),
  ),
]);
process.stdout.write(JSON.stringify(Object.fromEntries(kinds)));
