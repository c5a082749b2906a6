import { phrases } from './phrases';

/**
 * Words that introduce a name. `whole` may be followed by all of it, `label` is a bare word that needs a colon or a partner,
 * `doubtful` introduces many other things too, `asked` counts only when the name was asked for.
 */
export const nameLeads = phrases({
  whole:
    "je m'appelle|je mappelle|je m appelle|m'appelle|je me nomme|je me prenomme|appelez-moi|on m'appelle|mon nom est|mon nom c'est|mon nom complet est|" +
    "mon nom complet c'est|mon nom devrait etre|mon nom doit etre|changer mon nom pour|changez mon nom pour|change mon nom pour|mon nom pour|mon nom par|mon nom a ete mal ecrit c'est|moi c'est|moi je suis|my name is|my name's|my names|" +
    "my full name is|my complete name is|my name should be|my name is spelled|my name is spelt|mon nom s'ecrit|mon nom s'epelle|my name to|the name is|name is|call me|name to",
  given:
    "mon prenom est|mon prenom c'est|mon prenom devrait etre|mon prenom pour|mon prenom par|le prenom est|le prenom c'est|prenom est|prenom c'est|my first name is|my first name's|my given name is|the first name is|" +
    "first name is|given name is|my first name should be|my first name is spelled|my first name is spelt|first name is spelled|mon prenom s'ecrit|mon prenom s'epelle|le prenom s'ecrit|my first name to|my given name to|first name to",
  family:
    "mon nom de famille est|mon nom de famille c'est|mon nom de famille devrait etre|mon nom de famille pour|mon nom de famille par|le nom de famille est|nom de famille est|nom de famille c'est|my last name is|my last name's|" +
    "my family name is|my surname is|the last name is|last name is|family name is|surname is|my last name should be|my last name is spelled|my last name is spelt|the last name is spelled|my family name is spelled|last name is spelled|mon nom de famille s'ecrit|mon nom de famille s'epelle|le nom de famille s'ecrit|my last name to|my family name to|my surname to|last name to",
  givenLabel: 'prenom|mon prenom|prenoms|first name|firstname|given name|my first name|first',
  familyLabel:
    'nom de famille|mon nom de famille|nom|last name|lastname|family name|surname|my last name|last',
  wholeLabel: 'nom complet|full name|name|mon nom|my name|nom et prenom|prenom et nom',
  doubtful: "je suis|i'm|im|i am|this is|ici",
  asked: "c'est|ce serait|cest|it's|its|it is|that's|that is|that would be|here is|here's|voici",
});

/** Said before an answer and no part of it. */
export const openings = phrases({
  opening:
    "bonjour|bonsoir|salut|allo|hello|hi|hey|good morning|good afternoon|good evening|oui|yes|yeah|ok|okay|d'accord|alors|euh|heu|uh|um|well|sure|of course|bien sur|certainly|" +
    "certainement|voila|merci|thanks|thank you|there|en fait|actually|plutot|maintenant|now|desole|sorry|c'est bien|it's actually|c'est plutot|bien|bon|so|et|and|non|no|pardon|oups|oops",
});

export const honorifics: ReadonlySet<string> = new Set(
  'm|mr|mrs|ms|miss|mme|mlle|dr|dre|monsieur|madame|mademoiselle|prof|mx|sir|maitre'.split('|'),
);
