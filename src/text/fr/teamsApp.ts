import type { TeamsIconProblem, TeamsSettingsProblem } from '../../domain/teamsAppProblem';

/** Ce que dit `npm run teams`. */
export const teamsApp = {
  program:
    "Prépare l'application Teams\u00a0: remplit le manifeste d'après la configuration, vérifie tout et écrit le fichier .zip à téléverser dans Teams.",
  fromOption: 'dossier du manifeste, des traductions et des icônes',
  outOption: 'où écrire le fichier',
  settings: {
    title: "L'application Teams ne peut pas encore être préparée\u00a0:",
    problems: {
      idMissing:
        "MicrosoftAppId manque\u00a0: c'est l'identifiant du bot dans Azure (Azure Bot, Configuration, Microsoft App ID).",
      idForm:
        "MicrosoftAppId doit avoir la forme 00000000-0000-0000-0000-000000000000, comme Azure l'affiche.",
      urlMissing:
        "PUBLIC_URL manque\u00a0: c'est l'adresse publique du portail, par exemple https://portail.example.org.",
      urlForm:
        'PUBLIC_URL doit être une adresse complète, par exemple https://portail.example.org.',
      urlPlain:
        'PUBLIC_URL doit commencer par https://\u00a0: Teams ne montre aucune page sans chiffrement.',
    } satisfies Readonly<Record<TeamsSettingsProblem, string>>,
    trial:
      "Pour un essai sans Azure ni Teams\u00a0: «\u00a0npm start\u00a0», puis «\u00a0npm run playground\u00a0» dans un autre terminal. L'onglet se voit à l'adresse http://localhost:3978/teams.",
  },
  wrong: "L'application Teams n'a pas été écrite\u00a0:",
  problems: {
    unfilled: (name: string) => `rien ne remplace ${name}.`,
    missing: (name: string) => `il manque la traduction de ${name}.`,
    unknown: (name: string) => `${name} ne traduit rien du manifeste.`,
  },
  icons: {
    notPng: () => "n'est pas une image PNG lisible.",
    size: (size: number) => `doit mesurer ${size} × ${size} pixels.`,
    blank: () => "l'image est vide.",
    transparent: () => "l'icône en couleurs doit remplir tout son carré, sans transparence.",
    opaque: () => "l'icône de contour doit avoir un fond transparent.",
    coloured: () => "l'icône de contour ne doit contenir que du blanc.",
  } satisfies Readonly<Record<TeamsIconProblem, (size: number) => string>>,
  labels: {
    file: 'Fichier',
    id: 'Identifiant',
    version: 'Numéro de version',
    sha256: 'Empreinte SHA-256',
  },
  next: "Dans Teams\u00a0: Applications, Gérer vos applications, Téléverser une application. Pour toute l'organisation\u00a0: le centre d'administration de Teams.",
};
