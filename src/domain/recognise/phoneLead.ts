/** Where the words begin that introduce a number right before `at` ("mon numéro est", "call me at"). */
export const leadBefore = (text: string, at: number, free: number): number | undefined => {
  const window = Math.max(free, at - 72);
  const before = text.slice(window, at);
  const match = mayLead.test(before) ? before.match(lead) : null;
  return match?.index === undefined ? undefined : window + match.index;
};

/** A number that is introduced as a serial number is none of ours. */
export const isSerialLead = (text: string, at: number): boolean =>
  serial.test(text.slice(Math.max(0, at - 40), at));

/** Every lead has one of these. Few messages do, and `lead` takes long to compile, again whenever it was out of use for a while. */
const mayLead =
  /t[ée]l|phone|cell|mobile|portable|bureau|num[ée]ro|number|joi|appele|call|reach|text|ring/iu;

const lead =
  /(?<![\p{L}\p{N}])(?:(?:mon|ma|notre|my|our|le|la|the|new|nouveau) ?){0,2}(?:(?:num[ée]ro|n[o°]\.?|number)(?: de)? ?)?(?:t[ée]l(?:[ée]phone)?|phone|cell(?:ulaire|phone)?|mobile|portable|bureau|num[ée]ro|number|(?:joindre|joignable|rejoindre|appele[rz]|rappele[rz])(?:-moi| moi)?|(?:call|reach|text|phone|ring)(?: me| us))\.?(?: number| num[ée]ro| cellulaire| mobile| portable| no\.?| au travail| (?:de|du) (?:t[ée]l(?:[ée]phone)?|cell(?:ulaire)?|bureau|travail|maison))? ?(?:est(?: le)?|is|c'est(?: le)?|it's|sera|pour(?: le)?|to|au|at|on|par|devient|becomes|:|=|->|#)?[ :]{0,3}[("«]? ?$/iu;

const serial = /(?:s\/?n|s[ée]rie|serial(?: (?:number|no\.?|num))?)(?:[ :#.-]|est|is|le|n[o°])*$/iu;
