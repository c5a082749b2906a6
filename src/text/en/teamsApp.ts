import type { teamsApp as french } from '../fr/teamsApp';

export const teamsApp: typeof french = {
  program:
    'Prepares the Teams app: fills in the manifest from the configuration, checks everything and writes the .zip file to upload to Teams.',
  fromOption: 'folder of the manifest, translations and icons',
  outOption: 'where to write the file',
  settings: {
    title: 'The Teams app cannot be prepared yet:',
    problems: {
      idMissing:
        "MicrosoftAppId is missing: it is the bot's identifier in Azure (Azure Bot, Configuration, Microsoft App ID).",
      idForm:
        'MicrosoftAppId must look like 00000000-0000-0000-0000-000000000000, as Azure shows it.',
      urlMissing:
        "PUBLIC_URL is missing: it is the portal's public address, for example https://portal.example.org.",
      urlForm: 'PUBLIC_URL must be a full address, for example https://portal.example.org.',
      urlPlain: 'PUBLIC_URL must begin with https://: Teams shows no page without encryption.',
    },
    trial:
      'To try without Azure and Teams: "npm start", then "npm run playground" in another terminal. The tab can be seen at http://localhost:3978/teams.',
  },
  wrong: 'The Teams app was not written:',
  problems: {
    unfilled: (name) => `nothing stands for ${name}.`,
    missing: (name) => `the translation of ${name} is missing.`,
    unknown: (name) => `${name} translates nothing in the manifest.`,
  },
  icons: {
    notPng: () => 'is not a PNG image that can be read.',
    size: (size) => `must measure ${size} by ${size} pixels.`,
    blank: () => 'the image is empty.',
    transparent: () => 'the colour icon must fill its whole square, without transparency.',
    opaque: () => 'the outline icon must have a transparent background.',
    coloured: () => 'the outline icon must be white only.',
  },
  labels: {
    file: 'File',
    id: 'Identifier',
    version: 'Version number',
    sha256: 'SHA-256 hash',
  },
  next: 'In Teams: Apps, Manage your apps, Upload an app. For the whole organisation: the Teams admin centre.',
};
