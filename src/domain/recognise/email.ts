import { domainToASCII, domainToUnicode } from 'node:url';
import isEmail from 'validator/lib/isEmail';
import type { Problem, ProblemKind } from '../problem';
import { type EmailMention, emailMentions } from './emailMentions';
import { type Folded, folded } from './folded';
import { hasControls } from './hasControls';
import { heard } from './heard';
import { meant } from './meant';
import type { Found, Hints, Recogniser } from './recogniser';

/** Longest address that mail servers must take (RFC 5321, erratum 1690). */
const longestEmail = 254;

/**
 * Reads an e-mail address as people write it: in brackets, with `mailto:`, with blanks around the @, spoken ("arobase", "at … dot").
 * The domain becomes lower-case ASCII, so that two spellings of one address are one account; the part before the @ stays as typed.
 */
export const emailIn: Recogniser = (text, hints) => {
  const asked = hints.asked === 'email';
  if (hints.exact && !asked) return undefined;
  const clean = folded(text);
  if (clean.text.trim() === '') return undefined;
  if (hints.exact && hasControls(text)) return whole(text, 'controlCharacters');
  const read = emailMentions(clean.text, asked)
    .map(judged)
    .filter(({ kind, led, tight }) => kind === undefined || asked || led || tight);
  if (read.length === 0) return asked ? withoutAt(text, clean.text, hints) : undefined;
  return answer(text, clean, { read, hints });
};

/** One address however it was typed: compare and look up by this, never by the address itself. */
export const emailKey = (email: string): string => email.toLowerCase();

/** The address as its owner writes it: an internationalised domain in its own letters. */
export const emailShown = (email: string): string => {
  const at = email.lastIndexOf('@');
  const domain = domainToUnicode(email.slice(at + 1));
  return domain === '' ? email : `${email.slice(0, at + 1)}${domain}`;
};

interface Judged extends EmailMention {
  readonly key: string;
  readonly email: string;
  readonly kind: ProblemKind | undefined;
}

const judged = (mention: EmailMention): Judged => {
  const { local, domain, broken } = mention;
  const email = canonical(local, domain);
  const kind = broken ? 'emailForm' : wrong(email, local, domain);
  return { key: emailKey(email), email, kind, ...mention };
};

const canonical = (local: string, domain: string): string =>
  `${local.normalize('NFC').replace(curlyApostrophes, "'")}@${domainToASCII(domain.normalize('NFC'))}`;

const wrong = (email: string, local: string, domain: string): ProblemKind | undefined => {
  if (local === '' || !/[.。]/u.test(domain)) return 'emailIncomplete';
  if (email.length > longestEmail) return 'tooLong';
  // isEmail throws on half a character.
  return !halves.test(email) && isEmail(email) ? undefined : 'emailForm';
};

const answer = (
  text: string,
  clean: Folded,
  { read, hints }: { readonly read: readonly Judged[]; readonly hints: Hints },
): Found => {
  const usable = read.filter(({ kind }) => kind === undefined);
  const mentions = usable.length > 0 ? usable : read.slice(0, 1);
  const several = new Set(mentions.map(({ key }) => key)).size > 1;
  const chosen = hints.exact && several ? undefined : meant(clean.text, mentions);
  const span = spanOf(
    clean,
    chosen === undefined || several ? mentions : echoes(clean, mentions, chosen),
  );
  if (chosen === undefined) {
    const heardAll = mentions.map(({ email }) => emailShown(email)).join(', ');
    return { facts: {}, problem: problem('emailSeveral', heardAll), led: false, ...span };
  }
  const said = text.slice(clean.at(chosen.start), clean.at(chosen.to));
  const kind =
    chosen.kind ??
    (hints.exact && rest(clean.text, echoes(clean, mentions, chosen)) ? 'emailForm' : undefined);
  if (kind !== undefined) {
    const told = problem(kind, chosen.kind === undefined ? text : said);
    return { facts: {}, problem: told, led: chosen.led, ...span };
  }
  return { facts: { email: chosen.email }, led: chosen.led, ...span };
};

/** The same address once more without a blank in between, as in links that were pasted. */
const echoes = ({ text }: Folded, mentions: readonly Judged[], chosen: Judged): readonly Judged[] =>
  mentions.filter(
    (one) =>
      one === chosen ||
      !/ /.test(text.slice(Math.min(one.to, chosen.to), Math.max(one.from, chosen.from))),
  );

const spanOf = ({ at }: Folded, mentions: readonly Judged[]): Pick<Found, 'from' | 'to'> => ({
  from: at(Math.min(...mentions.map(({ from }) => from))),
  to: at(Math.max(...mentions.map(({ to }) => to))),
});

/** In an input of its own, words next to the address mean that a blank slipped into it ("jane tremblay@example.org"). */
const rest = (text: string, mentions: readonly Judged[]): boolean => {
  const from = Math.min(...mentions.map((one) => one.from));
  const start = Math.min(...mentions.map((one) => one.start));
  const to = Math.max(...mentions.map((one) => one.to));
  const named = text[start - 1] === '<';
  return letters.test(text.slice(to)) || (!named && letters.test(text.slice(0, from)));
};

/** What was meant as an address and has no @: one bare word, a name before a domain, or whatever stands in the input. */
const withoutAt = (text: string, clean: string, { exact }: Hints): Found | undefined => {
  const attempt = clean.trim().replace(/^(?:c'est|it's|it is) /iu, '');
  if (exact || (attempt.length <= 200 && looksMeant.test(attempt) && !otherFact.test(attempt))) {
    return whole(text, text.trim().length > longestEmail ? 'tooLong' : 'emailIncomplete');
  }
  return undefined;
};

const whole = (text: string, kind: ProblemKind): Found => ({
  facts: {},
  problem: problem(kind, text),
  from: 0,
  to: text.length,
  led: false,
});

const problem = (kind: ProblemKind, said: string): Problem => ({
  kind,
  fact: 'email',
  heard: heard(said),
  ...(kind === 'tooLong' ? { max: longestEmail } : {}),
});

const looksMeant =
  /^(?:[^\s,;?!]*\p{L}[^\s,;?!]*|[^\s,;?!]+ [\p{L}\p{N}-]+\.(?:com|org|net|ca|fr|be|ch|info)|(?:(?:mon|my) )?(?:courriel|e-?mail) (?:est|is) \S+)$/iu;

/** Bare words that are a postal code, a serial number or an unnamed number. */
const otherFact = /^(?:[a-z]\d[a-z][ -]?\d[a-z]\d|[a-z]{1,4}-?\d{5,9}|[a-z0-9]{3}-?\d{6})$/i;

const curlyApostrophes = /[‘’]/g;

const halves = /\p{Cs}/u;

const letters = /[\p{L}\p{N}]/u;
