import { phrases } from './phrases';
import type { Word } from './words';

/** Words that introduce a whole address. */
export const addressLeads = phrases({
  address:
    "j'habite au|j'habite|j'habite a|je demeure au|je demeure|je reste au|je vis au|nous sommes au|on est au|nous sommes situes au|situe au|situee au|situes au|bureau situe au|mon adresse est|mon adresse est le|mon adresse c'est|mon adresse c'est le|l'adresse est|l'adresse est le|l'adresse c'est|" +
    "notre adresse est|notre adresse est le|mon adresse|adresse|adresse postale|mon adresse devrait etre|mon adresse pour|my address is|our address is|the address is|my address should be|my address to|address is|address|our address|my address|mailing address|i live at|i live on|i'm at|we're at|we are at|we are located at|located at|our office is at|" +
    "our office is located at|office is at|j ai demenage au|j'ai demenage au|moved to|i moved to",
});

/** Words that name one part; with "est", "is", "to" or a colon after them they introduce it. */
export const partLeads = phrases({
  postalCode:
    'code postal|mon code postal|le code postal|notre code postal|postal code|my postal code|the postal code|our postal code|zip|zip code|my zip|my zip code|the zip code|postcode|post code|my postcode|npa|cp',
  city: 'ville|ma ville|la ville|municipalite|city|my city|the city|town|my town|localite',
  /** Joined already. */
  livesIn: "j'habite a|je demeure a|je vis a|je reste a|i live in|nous sommes a",
  region:
    'province|ma province|la province|my province|the province|etat|mon etat|state|my state|the state|province ou etat|province or state|region|ma region',
  country: 'pays|mon pays|le pays|notre pays|country|my country|the country|our country',
  unit: "appartement|mon appartement|l'appartement|mon numero d'appartement|numero d'appartement|mon bureau|unit number|my unit|my unit number|the unit|my apartment|my apartment number|apartment number|my suite|my suite number|suite number|unite|mon unite|mon local",
  street:
    'rue|ma rue|street|my street|street address|my street address|numero et rue|civic number and street',
});

/** What joins a label to its value. */
export const links = phrases({
  link: "est|est le|est la|est l'|c'est|c'est le|c'est la|is|is now|is the|to|pour|par|devrait etre|should be|serait|would be|est maintenant|est plutot|est en fait|to be",
});

/** Said before an answer and no part of it. */
export const fillers = phrases({
  filler:
    "c'est|c'est le|c'est la|c'est a|c'est au|it's|it is|its|it's in|it's at|bonjour|hello|hi|oui|yes|ok|alors|well|en fait|actually|plutot|je suis|je suis a|je suis au|je suis en|i'm in|i am in|we're in|nous sommes a|j'habite a|j'habite|" +
    "a|à|au|aux|en|in|in the|dans|dans la|the|la|le|ville de|province de|i live in|je vis a|je vis en|je vis au|voici|here is|that's|that would be|ce serait|sure|bien sur|d'accord|merci",
});

/** Where an address ends when the message goes on. */
export const isStop = (words: readonly Word[], at: number): boolean => {
  const word = words[at];
  if (word === undefined) return false;
  if (stops.has(word.folded)) return word.folded.length > 2 || word.text === word.folded;
  if (!joining.has(word.folded)) return false;
  const next = words[at + 1];
  return next === undefined || stops.has(next.folded) || next.before === 'gap';
};

const stops: ReadonlySet<string> = new Set(
  "mon|ma|mes|my|our|notre|je|j'ai|j'aimerais|i|i'm|mais|but|merci|thanks|thank|please|svp|courriel|email|e-mail|mail|telephone|phone|tel|cell|cellulaire|mobile|serial|numero|s/n|sn|serie|prenom|nom|name|poste|ext|extension|avec|with|que|which|where|pour|for|c'est|it's|is|est-ce|votre|your|le numero|machine|imprimante|printer|jusqu'a".split(
    '|',
  ),
);
const joining: ReadonlySet<string> = new Set(['et', 'and', 'puis', 'then', 'the']);
