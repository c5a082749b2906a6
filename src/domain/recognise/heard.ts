/** Longest piece of an answer that is said back to the person. */
const longest = 80;

/** What was understood, trimmed and shortened, to be said back. */
export const heard = (text: string): string => {
  const trimmed = text.trim().replace(halves, '');
  if (trimmed.length <= longest) return trimmed;
  return `${trimmed.slice(0, longest - 1).replace(halves, '')}…`;
};

/** What is no character by itself, also left over from cutting. */
const halves = /\p{Cs}/gu;
