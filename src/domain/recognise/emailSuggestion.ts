import { emailKey } from './email';

/**
 * The address that was probably meant when its domain looks like a slip of a well-known one: "jane@gmial.com" → "jane@gmail.com".
 * To be asked, never applied. Also takes what could not be read as an address ("jane@gmail", "jane@gmail,com").
 */
export const suggestEmail = (email: string): string | undefined => {
  const at = email.lastIndexOf('@');
  const typed = emailKey(email.slice(at + 1));
  if (at < 1 || typed === '' || typed.length > longestDomain) return undefined;
  const domain = typed.replace(/, ?/g, '.');
  const fine = reserved.test(domain) || known.has(domain) || honest.has(domain);
  const meant = fine ? domain : suggestDomain(domain);
  return meant === undefined || meant === typed ? undefined : `${email.slice(0, at)}@${meant}`;
};

const longestDomain = 40;

const suggestDomain = (domain: string): string | undefined =>
  slips.get(domain) ?? endingMended(domain) ?? nearest(domain);

/** A known provider, or any name, before an ending that nobody registers. */
const endingMended = (domain: string): string | undefined => {
  const dot = domain.lastIndexOf('.');
  const name = dot === -1 ? domain : domain.slice(0, dot);
  const whole = home.get(name);
  if (whole !== undefined && (dot === -1 || foreign.test(domain.slice(dot + 1)))) return whole;
  const ending = endings.get(domain.slice(dot + 1));
  if (ending === undefined || dot === -1) return undefined;
  const mended = `${name}.${ending}`;
  return known.has(mended) ? mended : (nearest(mended) ?? mended);
};

const nearest = (domain: string): string | undefined => {
  if (abroad.test(domain) && names.has(domain.slice(0, domain.lastIndexOf('.')))) return undefined;
  const far = Math.min(...[...known].map((other) => distance(domain, other, allowed(other))));
  return [...known].find(
    (other) => distance(domain, other, allowed(other)) === far && far <= allowed(other),
  );
};

/** One slip; two in names that are long enough to stay recognisable. Short names have too many honest neighbours. */
const allowed = (domain: string): number => {
  const name = domain.slice(0, domain.indexOf('.'));
  if (name.length < 5) return name.length < 4 ? 0 : 1;
  return name.length < 9 ? 1 : 2;
};

/** Damerau-Levenshtein (adjacent swaps count once), given up beyond `most`. */
const distance = (typed: string, other: string, most: number): number => {
  if (Math.abs(typed.length - other.length) > most) return Number.POSITIVE_INFINITY;
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = typed[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = typed[row - 1] === other[column - 2] && typed[row - 2] === other[column - 1];
      line.push(
        Math.min(
          (line[column - 1] ?? 0) + 1,
          (above[column] ?? 0) + 1,
          (above[column - 1] ?? 0) + same,
          swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = above;
    above = line;
  }
  const result = above[other.length] ?? 0;
  return result > most ? Number.POSITIVE_INFINITY : result;
};

/** Reserved for examples (RFC 2606), and the one French texts use. */
const reserved = /(?:^|\.)(?:example\.(?:org|com|net|ca|fr)|exemple\.(?:org|com|net|ca|fr))$/;

/** Slips that the distance cannot see: a real ending on the wrong provider. */
const slips: ReadonlyMap<string, string> = new Map([
  ['videotron.com', 'videotron.ca'],
  ['videotron.net', 'videotron.ca'],
  ['sympatico.com', 'sympatico.ca'],
  ['sympatico.qc.ca', 'sympatico.ca'],
  ['gmail.ca', 'gmail.com'],
  ['gmail.fr', 'gmail.com'],
  ['gmail.co', 'gmail.com'],
  ['gmail.org', 'gmail.com'],
  ['gmail.net', 'gmail.com'],
  ['gmail.qc.ca', 'gmail.com'],
  ['icloud.ca', 'icloud.com'],
  ['icloud.fr', 'icloud.com'],
  ['telus.com', 'telus.net'],
  ['telus.ca', 'telus.net'],
  ['laposte.fr', 'laposte.net'],
  ['gmal.com', 'gmail.com'],
  ['gmai.com', 'gmail.com'],
  ['gamil.com', 'gmail.com'],
  ['yaho.com', 'yahoo.com'],
]);

/** Endings that do not exist, and what they are slips of. */
const endings: ReadonlyMap<string, string> = new Map([
  ['con', 'com'],
  ['cmo', 'com'],
  ['ocm', 'com'],
  ['comm', 'com'],
  ['coom', 'com'],
  ['vom', 'com'],
  ['xom', 'com'],
  ['cpm', 'com'],
  ['fre', 'fr'],
  ['frr', 'fr'],
  ['caa', 'ca'],
  ['ogr', 'org'],
  ['orgg', 'org'],
  ['nte', 'net'],
]);

/** Real or cut-off endings under which the big providers give no mailboxes. */
const foreign = /^(?:c|co|cm|om|m|ne|f)$/;

/** Where a provider's bare name leads: "gmail" alone, "videotron.c". */
const home: ReadonlyMap<string, string> = new Map([
  ['gmail', 'gmail.com'],
  ['hotmail', 'hotmail.com'],
  ['outlook', 'outlook.com'],
  ['yahoo', 'yahoo.com'],
  ['icloud', 'icloud.com'],
  ['videotron', 'videotron.ca'],
  ['sympatico', 'sympatico.ca'],
  ['laposte', 'laposte.net'],
  ['wanadoo', 'wanadoo.fr'],
]);

/** Providers of mailboxes: never corrected, and what others are corrected to. */
const known: ReadonlySet<string> = new Set(
  `gmail.com hotmail.com outlook.com yahoo.com icloud.com live.com msn.com aol.com me.com mac.com ymail.com mail.com gmx.com
  googlemail.com rocketmail.com protonmail.com proton.me pm.me fastmail.com zoho.com hey.com tutanota.com
  hotmail.ca hotmail.fr hotmail.be hotmail.ch hotmail.co.uk outlook.fr outlook.be live.ca live.fr live.be yahoo.ca yahoo.fr yahoo.be yahoo.co.uk
  videotron.ca sympatico.ca bell.net rogers.com shaw.ca telus.net cgocable.ca cogeco.ca cogeco.net globetrotter.net eastlink.ca mts.net
  sasktel.net nbnet.nb.ca distributel.net ebox.ca b2b2c.ca teksavvy.com vl.videotron.ca
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net
  orange.fr free.fr laposte.net wanadoo.fr sfr.fr neuf.fr bbox.fr numericable.fr aliceadsl.fr gmx.fr
  skynet.be telenet.be proximus.be voo.be bluewin.ch hispeed.ch sunrise.ch gmx.ch gmx.net gmx.de`.split(
    /\s+/,
  ),
);

const names: ReadonlySet<string> = new Set(
  [...known].map((domain) => domain.slice(0, domain.indexOf('.'))),
);

/** A provider's own name in another country: "outlook.de". */
const abroad = /^[a-z]+\.[a-z]{2}$/;

/** Real domains that look like slips of better known ones. */
const honest: ReadonlySet<string> = new Set([
  'email.com',
  'mailo.com',
  'fastmail.fm',
  'inmail.com',
]);
