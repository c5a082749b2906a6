import type { Draft } from '../facts';
import type { Problem, ProblemKind } from '../problem';
import { asciiDigits } from './asciiDigits';
import { type Folded, folded } from './folded';
import { hasControls } from './hasControls';
import { heard } from './heard';
import { meant } from './meant';
import { extensionAfter, extensionAlone, extensionBefore, onlyExtension } from './phoneExtension';
import { isSerialLead, leadBefore } from './phoneLead';
import { type PhoneRun, phoneRuns } from './phoneRuns';
import { type PhoneReading, readPhone } from './readPhone';
import type { Found, Hints, Recogniser } from './recogniser';

/**
 * Reads a telephone number in any Canadian or international writing, with its extension: E.164 and digits.
 * Unasked it takes only what clearly is one, because civic numbers, postal codes and serial numbers have digits as well.
 */
export const phoneIn: Recogniser = (text, hints) => {
  const asked = hints.asked === 'phone';
  const extension = hints.asked === 'extension';
  if (hints.exact && !asked && !extension) return undefined;
  if (text.trim() === '') return undefined;
  if (hints.exact && hasControls(text)) return whole(text, 'controlCharacters', hints);
  const original = folded(text);
  const clean = { text: asciiDigits(original.text), at: original.at };
  if (!/\d/.test(clean.text)) return withoutDigits(text, hints);
  if (extension && hints.exact) return exactExtension(text, clean);
  if (hints.asked === 'serial' && bare.test(clean.text)) return undefined;
  const mentions = phonesIn(clean, hints);
  if (mentions.length > 0) return answer(text, clean, { mentions, hints });
  const named = hints.exact ? undefined : extensionAlone(clean, extension);
  return named ?? (asked ? unread(text, clean, hints) : undefined);
};

interface PhoneMention extends PhoneReading {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly led: boolean;
  readonly extension: string | undefined;
  /** Further digits follow that belong to nothing else. */
  readonly more: boolean;
}

const phonesIn = (clean: Folded, hints: Hints): readonly PhoneMention[] => {
  const found: PhoneMention[] = [];
  const free = () => found.at(-1)?.to ?? 0;
  const country = hints.country ?? 'CA';
  let tries = 0;
  for (const run of phoneRuns(clean.text)) {
    if (run.from < free() || tries === mostTries) continue;
    if (!hints.exact && isSerialLead(clean.text, run.from)) continue;
    tries += 1;
    const lead = leadBefore(clean.text, run.from, free());
    const reading = readPhone(run, {
      country,
      shapeOnly: lead === undefined && hints.asked !== 'phone',
    });
    if (reading === undefined) continue;
    found.push(mention(clean.text, { run, reading, lead, free: free() }));
  }
  return found;
};

/** Numbers are checked by a library that is not fast: nobody types more of them in one message. */
const mostTries = 12;

interface Read {
  readonly run: PhoneRun;
  readonly reading: PhoneReading;
  readonly lead: number | undefined;
  readonly free: number;
}

const mention = (text: string, { run, reading, lead, free }: Read): PhoneMention => {
  const end = reading.to;
  const after = extensionAfter(text, end);
  const start = lead ?? run.from;
  const before = after === undefined ? extensionBefore(text, start, free) : undefined;
  const to = after?.to ?? end;
  return {
    key: reading.phone ?? text.slice(run.from, end),
    start: run.from,
    from: before?.from ?? start,
    led: lead !== undefined,
    extension: (after ?? before)?.digits,
    more: after === undefined && /^[ .-]{1,2}\d{1,7}(?!\d)\W*$/.test(text.slice(end)),
    ...reading,
    to,
  };
};

const answer = (
  text: string,
  clean: Folded,
  { mentions, hints }: { readonly mentions: readonly PhoneMention[]; readonly hints: Hints },
): Found => {
  const several = new Set(mentions.map(({ key }) => key)).size > 1;
  const chosen = hints.exact && several ? undefined : meant(clean.text, mentions);
  const covered = several || chosen === undefined ? mentions : [chosen];
  const from = clean.at(Math.min(...covered.map((one) => one.from)));
  const to = clean.at(Math.max(...covered.map((one) => one.to)));
  const said = ({ start, to: end }: PhoneMention) => text.slice(clean.at(start), clean.at(end));
  if (chosen === undefined) {
    const told = problem('phoneSeveral', mentions.map(said).join(', '));
    return { facts: {}, problem: told, from, to, led: false };
  }
  const sized = hints.asked === 'phone' && chosen.more ? 'phoneTooLong' : undefined;
  const kind =
    chosen.problem ??
    sized ??
    (hints.exact && rest(clean.text, chosen) ? 'phoneImpossible' : undefined);
  if (kind !== undefined) {
    const heardText = chosen.problem === undefined ? text : said(chosen);
    return { facts: {}, problem: problem(kind, heardText), from, to, led: chosen.led };
  }
  if (chosen.extension !== undefined && chosen.extension.length > longestExtension) {
    const told = {
      kind: 'extensionForm',
      fact: 'extension',
      heard: heard(chosen.extension),
    } as const;
    return { facts: phoneOf(chosen), problem: told, from, to, led: chosen.led };
  }
  return { facts: phoneOf(chosen), from, to, led: chosen.led };
};

const phoneOf = ({ phone, extension }: PhoneMention): Draft => ({
  ...(phone === undefined ? {} : { phone }),
  ...(extension === undefined || extension.length > longestExtension ? {} : { extension }),
});

/** Longest extension that telephone systems know. */
const longestExtension = 7;

/** In an input of its own nothing else may stand next to the number. */
const rest = (text: string, { from, to }: PhoneMention): boolean =>
  /[\p{L}\p{N}]/u.test(text.slice(0, from) + text.slice(to));

const exactExtension = (text: string, { text: clean }: Folded): Found => {
  const digits = onlyExtension(clean);
  if (digits === undefined || digits.length > longestExtension) {
    return whole(text, 'extensionForm', { asked: 'extension' });
  }
  return { facts: { extension: digits }, from: 0, to: text.length, led: false };
};

const withoutDigits = (text: string, { asked, exact }: Hints): Found | undefined => {
  if (!exact) return undefined;
  if (asked === 'extension') {
    return none.test(text.trim()) ? undefined : whole(text, 'extensionForm', { asked });
  }
  return whole(text, 'phoneImpossible', { asked: 'phone' });
};

/** Digits that make no number: a problem only when the text is nothing but them and the words that introduce them. */
const unread = (text: string, { text: clean }: Folded, { exact }: Hints): Found | undefined => {
  const words = clean.replace(fillers, ' ');
  if (!exact && /\p{L}/u.test(words)) return undefined;
  const digits = clean.replace(/\D/g, '').length;
  if (digits < 10) return whole(text, 'phoneTooShort', { asked: 'phone' });
  return whole(text, digits > 11 ? 'phoneTooLong' : 'phoneImpossible', { asked: 'phone' });
};

const whole = (text: string, kind: ProblemKind, { asked }: Hints): Found => ({
  facts: {},
  problem: { kind, fact: asked === 'extension' ? 'extension' : 'phone', heard: heard(text) },
  from: 0,
  to: text.length,
  led: false,
});

const problem = (kind: ProblemKind, said: string): Problem => ({
  kind,
  fact: 'phone',
  heard: heard(said),
});

/** Ten digits in one piece answer the question for a serial number as they stand. */
const bare = /^ ?\d{10} ?$/;

const none = /^(?:aucun|non|pas de poste|sans(?: poste)?|n\/?a|none|no|no extension|-+)\.?$/iu;

const fillers =
  /(?<!\p{L})(?:c'est|le|la|au|mon|ma|my|the|it's|it is|is|est|num[ée]ro|number|de|t[ée]l(?:[ée]phone)?|phone|cell(?:ulaire)?|mobile|oui|yes|ok|poste|ext|x)(?!\p{L})/giu;
