import type { Mention } from './meant';

/** Something in a text that is, or was meant as, an e-mail address. Offsets are those of the folded text. */
export interface EmailMention extends Omit<Mention, 'key'> {
  readonly local: string;
  readonly domain: string;
  /** Where the address itself begins, after the words that introduce it. */
  readonly start: number;
  /** Written in one piece with something on both sides of the @. */
  readonly tight: boolean;
  /** The domain was spelled out: "example dot org". */
  readonly spelled: boolean;
  /** Ends or goes on in a way that no address does: a second @, a comma for the dot. */
  readonly broken: boolean;
}

/** Every @, written or spoken, with what stands on both sides of it. Each part of the text is looked at once. */
export const emailMentions = (text: string, asked: boolean): readonly EmailMention[] => {
  const found: EmailMention[] = [];
  let free = 0;
  for (const at of text.matchAll(maySpeak.test(text) ? atSign : written)) {
    if (at.index < free) continue;
    const mention = mentionAt(text, at, free);
    free = Math.max(mention.to, at.index + at[0].length);
    if (!insideUrl(text, mention) && plausible(mention, at[0], asked)) found.push(mention);
    if (found.length === most) break;
  }
  return found;
};

/** Nobody gives more addresses in one message: the rest is not read. */
const most = 16;

const written = / ?@ ?/g;

/** Without one of these only the sign itself can be meant. The pattern for all takes a millisecond to compile, again whenever it was out of use for a while. */
const maySpeak = /[([{]| arr?oba| at /iu;

const atSign =
  / ?[([{] ?(?:at|a|à|arobase?|@) ?[)\]}] ?| ?@ ?| (?:arobas[e]?|arobace|arrobas[e]?) | at (?=[\p{L}\p{N}-]{1,63}(?:\.\p{L}| ?[([{]? ?(?:dot|point)(?!\p{L})))/giu;

const mentionAt = (
  text: string,
  at: RegExpMatchArray & { index: number },
  free: number,
): EmailMention => {
  const spoken = at[0].trim() !== '@';
  const left = localBefore(text, at.index, { free, spoken });
  const right = domainAfter(text, at.index + at[0].length);
  const lead = leadBefore(text, left.from, free);
  return {
    local: left.local,
    domain: right.domain,
    start: left.from,
    from: lead ?? left.from,
    to: right.to,
    led: lead !== undefined,
    tight: at[0] === '@' && left.local !== '' && right.domain !== '',
    spelled: right.to - at.index - at[0].length > right.domain.length,
    broken: right.broken,
  };
};

const localBefore = (
  text: string,
  end: number,
  { free, spoken }: { readonly free: number; readonly spoken: boolean },
): { readonly local: string; readonly from: number } => {
  let from = end;
  while (from > free && inLocal.test(text[from - 1] ?? ' ')) from -= 1;
  from += text.slice(from, end).match(wrapping)?.[0].length ?? 0;
  const written = text.slice(from, end);
  if (!spoken) return { local: written, from };
  const before = text.slice(Math.max(free, from - 64), from).match(spokenBefore)?.[0] ?? '';
  return { local: `${asWritten(before)}${written}`, from: from - before.length };
};

const domainAfter = (
  text: string,
  start: number,
): { readonly domain: string; readonly to: number; readonly broken: boolean } => {
  let to = start;
  while (inDomain.test(text[to] ?? ' ')) to += 1;
  let domain = text.slice(start, to);
  const cut = text.slice(to, to + 8).match(endingAfterBlank)?.[0];
  if (cut !== undefined && domain.indexOf('.') === domain.length - 1) {
    domain = `${domain}${cut.trim()}`;
    to += cut.length;
  }
  for (let labels = 0; labels < 5; labels += 1) {
    const more = text.slice(to, to + 80).match(dotAfter);
    if (more?.[1] === undefined || (domain.includes('.') && !spokenDot.test(more[0]))) break;
    domain = `${domain}.${more[1]}`;
    to += more[0].length;
  }
  const kept = domain.replace(nextSentence, '').replace(trailing, '');
  to -= domain.length - kept.length;
  const comma = kept.includes('.') ? undefined : text.slice(to, to + 8).match(commaForDot)?.[0];
  to += comma?.length ?? 0;
  const again = text[to] === '@';
  while (again && (text[to] === '@' || inDomain.test(text[to] ?? ' '))) to += 1;
  return { domain: kept, to, broken: again || comma !== undefined };
};

/** Words that introduce an address and stand right before it; where they begin. */
const leadBefore = (text: string, at: number, free: number): number | undefined => {
  const window = Math.max(free, at - 72);
  const before = text.slice(window, at);
  const match = mayLead.test(before) ? before.match(lead) : null;
  return match?.index === undefined ? undefined : window + match.index;
};

/** Every lead has one of these, most messages have none. */
const mayLead = /courri|mail|m[ée]l|adresse|electronic|[ée]cri|joi|envoye|contact|reach|write/iu;

/** `https://user:word@host/` is no address of a person. */
const insideUrl = (text: string, { start }: EmailMention): boolean =>
  /[a-z]:\/\/[^\s<>"]*$/i.test(text.slice(Math.max(0, start - 120), start));

const plausible = (mention: EmailMention, at: string, asked: boolean): boolean => {
  const { local, domain, led, tight } = mention;
  if (tight) return true;
  if (local === '' || domain === '') return asked || led;
  if (at.toLowerCase() === ' at ')
    return (asked || led || mention.spelled) && !notNames.test(local);
  if (at === ' @') return asked || led;
  return domain.includes('.') || asked || led;
};

const inLocal = /[^\s@<>()[\]{},;:"«»“”„‹›|\p{Cc}]/u;

const inDomain = /[\p{L}\p{M}\p{N}._。-]/u;

const wrapping =
  /^(?:(?:e-?mail|courriel|mail)=)?['‘’`*.\-~=/?!\p{So}]+|^(?:e-?mail|courriel|mail)=/iu;

const trailing = /[.。_-]+$/u;

/** "jane@example.org.Merci": the blank after the sentence was forgotten. */
const nextSentence = /(?<=\.\p{Ll}{2,3})\.\p{Lu}\p{Ll}+$/u;

const commaForDot = /^, ?(?:com|ca|fr|org|net|be|ch)(?![\p{L}\p{N}.])/iu;

/** "jane@example. org" */
const endingAfterBlank = /^ (?:com|org|net|ca|fr|be|ch|qc)(?![\p{L}\p{N}])/iu;

const dotAfter =
  /^(?: ?[([{] ?(?:dot|point|\.) ?[)\]}] ?| (?:dot|point) | \.(?=\p{L}))([\p{L}\p{N}-]+)/iu;

const spokenDot = /dot|point/iu;

const spokenBefore =
  /(?:[\p{L}\p{N}]+ (?:point|dot|tiret|dash|hyphen|underscore|tiret bas|soulign[ée]) ){1,4}$/iu;

const asWritten = (spoken: string): string =>
  spoken
    .replace(/ (?:tiret bas|underscore|soulign[ée]) /giu, '_')
    .replace(/ (?:tiret|dash|hyphen) /giu, '-')
    .replace(/ (?:point|dot) /giu, '.');

/** Words before "at" that begin a sentence, not an address. */
const notNames =
  /^(?:me|us|him|her|them|i|am|is|are|was|be|work|works|working|look|live|located|based|available|reachable|meet|employed|found|office)$/i;

const lead =
  /(?<![\p{L}\p{N}])(?:(?:mon|ma|mes|notre|votre|le|la|l'|my|our|the|new|nouvelle?|nouvel) ?){0,2}(?:(?:adresse|address)(?: de)? )?(?:courriel|courrier [ée]lectronique|e-?mail(?: address)?|mail|m[ée]l|adresse [ée]lectronique|electronic address|mailto|(?:[ée]cri(?:vez|re|s)|joindre|joignable|rejoindre|envoye[rz]|contacte[rz])(?:-moi| moi)?|(?:reach|write|contact|e-?mail|mail)(?: to)? (?:me|us))(?: professionnel(?:le)?| personnel(?:le)?| pro)? ?(?:est(?: le| la)?|is|c'est|it's|sera(?:it)?|will be|would be|devient|becomes|pour|to|à|at|par|a|:|=|->)?[ :]{0,3}[<("'«“‘]? ?$/iu;
