/** Words that introduce a serial number: `from` where they begin, `to` where the number should. */
export interface SerialLead {
  readonly from: number;
  readonly to: number;
  /** Says "serial number" itself; "ma machine" alone may go on in any way. */
  readonly strong: boolean;
}

export const serialLeads = (text: string): readonly SerialLead[] =>
  mayLead.test(text)
    ? Array.from(text.matchAll(lead), ({ 0: words, 1: strong, index }) => ({
        from: index,
        to: index + words.length,
        strong: strong !== undefined,
      })).slice(0, 32)
    : [];

/** Words that may stand around a serial number without saying anything. */
export const fillersOnly = (word: string): boolean => fillers.has(word.toLowerCase());

const article = `(?:(?:c'est|it's|it is|le|la|l'|mon|ma|notre|votre|my|our|the|son|its|voici|here is|here's) ?){0,3}`;

const strongWords = String.raw`(?:(?:num[ée]ros?|n[o°º]\.?|nb\.?)(?: ?(?:de|d'))? ?s[ée]ries?|serial(?: ?(?:numbers?|no\.?|nos\.?|num\.?|n°|nr\.?|#))?|s\.?\/ ?n\.?|sn(?=[ :#.=-])|s[ée]rie(?: ?(?:no\.?|n°))?)`;

const weakWords = `(?:machine|imprimante|printer|appareil|copieur|photocopieur|copier|device|multifonctions?)`;

const links = String.raw`(?:(?:de (?:la|ma|l'|mon) ?(?:machine|imprimante|appareil)|of (?:the|my) (?:machine|printer)|est|is|c'est|it's|serait|sera|devient|becomes|pour|to|par|à|le|la|l'|no\.?|n°|num[ée]ro|number|:|#|=|\.|-|->)[ ]?){0,4}`;

/** Every lead has one of these. Few messages do, and `lead` takes milliseconds to compile, again whenever it was out of use for a while. */
const mayLead =
  /s[ée]rie|serial|s\.?\/|sn[ :#.=-]|machine|imprimante|printer|appareil|copieur|copier|device|multifonction/iu;

const lead = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${article}(?:(${strongWords})|${weakWords})(?![\p{L}]) ?(?:${weakWords} ?)?${links}["'«(]? ?`,
  'giu',
);

const fillers: ReadonlySet<string> = new Set(
  `c'est c est ce serait le la les l' un une mon ma my the it's it it is this that's that here voici voilà oui yes ok okay d'accord bon
  svp s'il vous plaît plait please pls merci thanks thank you je j'ai pense crois lis vois i think believe see read have got
  machine imprimante printer numéro numero number no n° série serie serial sn s/n de du d' sur on sous dessus étiquette l'étiquette
  and et alors donc so well euh um uh hum # : - – = . , " « » (`.split(/\s+/),
);
