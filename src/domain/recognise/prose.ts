import type { Word } from './words';

/** Requests and polite words that are never the answer to a question about a name or a place. */
export const isSmallTalk = (words: readonly Word[]): boolean =>
  words.length <= 6 && smallTalk.has(words.map((word) => word.folded).join(' '));

/** Words of a sentence, not of a name or a place. The short ones are names too (Jack Ma): they count in small letters only. */
export const isSentenceWord = (word: Word): boolean =>
  sentenceWords.has(word.folded) || (shortWords.has(word.folded) && word.text === word.folded);

/** A question mark after words; "???" asks nothing. */
export const isQuestion = (text: string, words: readonly Word[]): boolean =>
  words.length > 0 && /\?[\s!"»”)]*$/.test(text.slice(words.at(-1)?.to));

const list = (text: string): ReadonlySet<string> => new Set(text.split('|'));

const smallTalk = list(
  "aide|help|aidez-moi|a l'aide|help me|oui|non|yes|no|ok|okay|d'accord|annuler|annule|cancel|pourquoi|why|recommencer|restart|start over|" +
    'commencer|start|begin|bonjour|hello|hi|hey|salut|allo|bonsoir|coucou|good morning|good afternoon|merci|merci beaucoup|thanks|thank you|english|anglais|' +
    'francais|french|in english|en francais|en anglais|in french|passer|passe|skip|stop|arreter|arrete|quit|quitter|exit|retour|back|go back|revenir|quoi|what|' +
    "comment|how|hein|je ne sais pas|je sais pas|j'sais pas|i don't know|i dont know|idk|aucun|aucune|none|rien|nothing|n/a|na|pas d'appartement|no unit|no apartment|" +
    'suivant|next|continuer|continue|confirmer|confirm|corriger|modifier|edit|change|changer|repeter|repeat|repetez|test|asdf|humain|human|agent|une personne|a person|' +
    "parler a quelqu'un|talk to someone|accepter|accept|refuser|refuse|decline|yep|nope|ouais|oui merci|non merci|no thanks|yes please|svp|please|nom|prenom|name|" +
    'adresse|address|resume|summary|menu|options|plus tard|later|sure|bien sur|correct|exact|exactement|parfait|perfect|super|genial|great|good|bien|au revoir|bye|' +
    'right|wrong|accurate|incorrect|incorrecte|faux|fausse|fine|invalid|invalide|actually|en fait|finalement|in fact|plutot|rather|well|oops|oups|sorry|desole|pardon|hum|hmm|hmm hmm|euh|euh euh|umm|attendez|wait|un instant|one moment',
);

const sentenceWords = list(
  "veux|voudrais|veut|voulez|voulons|want|wants|need|needs|besoin|would|should|could|can't|cannot|don't|dont|doesn't|didn't|won't|isn't|aren't|what's|que|qu'est-ce|qu'est|quoi|" +
    "quel|quelle|quels|quelles|comment|pourquoi|where|when|why|how|what|who|which|je|j'ai|j'aimerais|j'habite|j'ai|n'ai|n'est|n'a|ne|pas|puis|peux|peut|pouvez|pourriez|" +
    "suis|sommes|etes|etait|c'est|c'etait|c|sais|dois|faut|aimerais|souhaite|essaie|cherche|trouve|trouver|parler|parle|donner|donne|donnez|dire|dites|utilise|s'il|svp|merci|" +
    'bonjour|hello|please|thanks|thank|sorry|desole|desolee|help|aide|aidez-moi|perdu|perdue|lost|confused|confus|stuck|wrong|misspelled|incorrect|incorrecte|erreur|errone|faux|fausse|' +
    'mal|not|know|think|have|has|had|want|trying|looking|having|calling|using|asking|registering|register|inscrire|inscription|compte|account|mot|password|imprimante|printer|' +
    'machine|serial|serie|numero|number|courriel|email|e-mail|mail|telephone|phone|tel|cell|cellulaire|adresse|address|contrat|contract|probleme|problem|question|' +
    "vous|nous|avez|avons|votre|notre|mon|mes|my|your|our|their|this|that|these|those|ceci|cela|ca|c'|because|parce|est|sont|was|were|are|and|with|avec|dans|chez|aussi|also|" +
    "vraiment|really|very|tres|encore|still|already|deja|never|jamais|nobody|personne|i|i'm|i've|i'd|i'll|it's|its|meme|same|quelqu'un|someone|something|quelque|" +
    'prenom|travaille|work|works|live|habite|mais|but|donc|alors|then|changer|change|modifier|update|updated|correct|pret|prete|ready|sure|fatigue|tired|employe|employee|' +
    'nouveau|nouvelle|canadien|canadienne|canadian|quebecois|quebecoise|francophone|anglophone|interesse|interested|presentement|currently|completely|completement|toujours|trop|too',
);

const shortWords = list(
  'ma|et|just|juste|a|an|the|to|he|she|do|does|in|on|at|me|so|si|tu|il|elle|on|sa|ses|son|se|un|une|au|aux|of|for|pour|par|from|is|it|as|be|am|we|us|you|or|ou|ici|here|la-bas|les|ce|cette|' +
    'new|fine|good|bon|bonne|ok|done|fini|client|responsable|can|will|may|en|sur|by|if|quand|comme|like|too|nom|name|famille|get|got|go|see|now|maintenant|there',
);
