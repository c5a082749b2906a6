import type { Activity } from 'botbuilder';

/**
 * What a person typed, out of what the channel makes of it: "@Assistant" is for the channel, not for us, and Teams writes
 * blanks, line breaks, formatting and signs as HTML does. Unknown tags stay: `<jane@example.org>` is an address.
 */
export const readableText = (activity: Activity): string => {
  const text = withoutMentions(activity);
  return (isMarkup(activity) ? unescaped(withoutTags(withoutQuotes(text))) : text).trim();
};

const isMarkup = ({ channelId, textFormat }: Activity): boolean =>
  channelId === 'msteams' || textFormat === 'xml';

/** Who mentions another person has named them ("my manager is @Jane Roy"); all other mentions are of the assistant. */
const withoutMentions = ({ text, entities, recipient }: Activity): string => {
  const others = new Set(
    (Array.isArray(entities) ? entities : [])
      .map((entity: unknown) => Object(entity))
      .filter(({ type, mentioned }) => type === 'mention' && isOther(mentioned, recipient.id))
      .map(({ text: mention }) => mention),
  );
  return text.replace(mentions, (mention, name: string) => (others.has(mention) ? name : ' '));
};

const isOther = (mentioned: unknown, self: string): boolean => {
  const { id } = Object(mentioned);
  return typeof id === 'string' && id !== self;
};

const mentions = /<at(?: [^<>]{0,200})?>([^<>]{0,200})<\/at>/gi;

/** The message that is answered, which Teams puts before the answer. */
const withoutQuotes = (text: string): string => text.replace(quotes, ' ');

const quotes =
  /<blockquote [^<>]{0,300}schema\.skype\.com\/Reply[^<>]{0,300}>(?:(?!<\/?blockquote).){0,4000}<\/blockquote>/gis;

const withoutTags = (text: string): string =>
  text.replace(tags, (_, name: string) => (lines.has(name.toLowerCase()) ? '\n' : ''));

const tags =
  /<\/?(br|p|div|li|ul|ol|tr|h[1-6]|blockquote|pre|b|strong|i|em|u|s|strike|sub|sup|span|font|code|a|emoji|img)(?:\s[^<>]{0,1000})?\/?>/gi;

const lines: ReadonlySet<string> = new Set(
  'br p div li ul ol tr h1 h2 h3 h4 h5 h6 blockquote pre'.split(' '),
);

const unescaped = (text: string): string =>
  text.replace(signs, (sign, name: string) => {
    const known = named.get(name.toLowerCase());
    if (known !== undefined) return known;
    const code = name.startsWith('#') ? Number(name.slice(1).replace(/^x/i, '0x')) : Number.NaN;
    return code <= 0x10ffff ? String.fromCodePoint(code) : sign;
  });

const signs = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,5});/gi;

const named: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
