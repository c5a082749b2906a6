import type { Locale } from './locale';
import type { Word } from './phrases/words';

/**
 * The language a text is written in, when its small words tell. Words that stand in names and addresses (de, la, rue,
 * street) tell nothing, so a French name typed into an English conversation changes nothing.
 */
export const spokenLanguage = (words: readonly Word[]): Locale | undefined => {
  let french = 0;
  let english = 0;
  for (const { text } of words) {
    if (frenchWords.has(text)) french += 1;
    else if (englishWords.has(text)) english += 1;
  }
  if (french === english) return undefined;
  return french > english ? 'fr' : 'en';
};

const listed = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const frenchWords = listed(
  'je j mon ma mes suis etes sont c ca cela vous votre vos nous nos il elle ils bonjour bonsoir salut allo et ou ' +
    'ne n pas pour avec oui ouais merci voici que qu qui quoi quel quelle quels dans mais donc comment pourquoi ' +
    'quand aussi tres bien svp stp veux voudrais aimerais souhaite peux puis dois avez avons fait faire etre avoir ' +
    'inscrire inscription commencer recommencer annuler passer aide aidez besoin compte courriel adresse telephone nom ' +
    'prenom ville numero serie poste plutot fait trompe accepte confirme refuse comprends parler quelqu ' +
    'habite demeure appelle anglais francais retour modifier changer corriger enlevez cette ce ces cet moi plus rien jai',
);

const englishWords = listed(
  'i my mine is am are was it its the this that these those hello hi hey and or not for with yes yeah yep no thanks thank ' +
    'you your please want wanna need would like can could should do don does did didn isn what why who where when how which ' +
    'but because to from register sign start cancel skip help someone talk speak real wrong change name email ' +
    'phone number serial printer address live lives have has had get got here there me we our us them lost understand ' +
    'accept agree confirm everything good right sure english french in of at',
);

/** Whether a text asks something. */
/** "Mon téléphone est-il le …?", "is my e-mail …?": asks whether something is so, and says nothing. */
export const asksWhether = (text: string): boolean =>
  /[?？؟]/u.test(text) && /\best-(?:il|elle|ce)\b|^(?:is|are|was) (?:my|the|it)\b/iu.test(text);

export const isQuestion = (text: string): boolean => /\?|？|؟/u.test(text) || asking.test(text);

const asking =
  /^(?:est[- ]ce|qu['’ ]est|que |quel|comment |pourquoi |combien |o[uù] |quand |qui |what|why|how |where|when|who |which |can (?:i|you) |do (?:i|you) |is (?:it|this|there) |are you |could you )/iu;
