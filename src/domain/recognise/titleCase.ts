/**
 * A name typed in capitals only or in small letters only, with capitals where names have them;
 * any other writing stays as typed. Particles stay small unless nothing follows them.
 * Two capitals alone are initials ("JR").
 */
export const titleCase = (name: string): string => {
  const small = name === name.toLowerCase();
  const capitals = name === name.toUpperCase() && name.replace(notLetters, '').length > 2;
  if (!small && !capitals) return name;
  const words = name.toLowerCase().split(' ');
  return words
    .map((word, at) => {
      const small = smallParticles.has(word) || (articles.has(word) && words[at - 1] === 'de');
      return small && at < words.length - 1 ? word : capitalised(word);
    })
    .join(' ');
};

const notLetters = /\P{L}+/gu;
const smallParticles: ReadonlySet<string> = new Set(
  'de|du|des|van|von|der|den|di|da|dos|do|e|y|bin|ibn|ten|ter|zu|zur'.split('|'),
);
const articles: ReadonlySet<string> = new Set(['la', 'las', 'los']);
const partStart = /(^|[-‐‑.])(\p{L})/gu;
const afterApostrophe = /^(\p{L}{1,2}['’])(\p{L})/u;
const scottish = /^Mc(\p{L})(?=\p{L}{2})/u;

const capitalised = (word: string): string =>
  word
    .replace(afterApostrophe, (_, start: string, letter: string) => start + letter.toUpperCase())
    .replace(partStart, (_, start: string, letter: string) => start + letter.toUpperCase())
    .replace(scottish, (_, letter: string) => `Mc${letter.toUpperCase()}`);
