import { setImmediate as nextTurn } from 'node:timers/promises';

/** The members of a JSON list of megabytes, read part by part so that other work gets its turn in between; `undefined` when it is none. */
export const jsonList = async (text: string): Promise<readonly unknown[] | undefined> => {
  const list = text.trim();
  if (!list.startsWith('[') || !list.endsWith(']')) return undefined;
  const members: unknown[] = [];
  for (let start = 1; start < list.length; ) {
    const end = endOfPart(list, start);
    const part = parsed(`[${list.slice(start, end)}]`);
    if (!Array.isArray(part)) return undefined;
    members.push(...part);
    start = end + 1;
    await nextTurn();
  }
  return members;
};

const partLength = 64 * 1024;

/** The first comma between two members that comes after enough of them, else the end of the list. */
const endOfPart = (list: string, start: number): number => {
  let depth = 0;
  let inString = false;
  for (let index = start; index < list.length - 1; index += 1) {
    const character = list.charCodeAt(index);
    if (inString) {
      if (character === backslash) index += 1;
      else if (character === quote) inString = false;
    } else if (character === quote) inString = true;
    else if (character === openBrace || character === openBracket) depth += 1;
    else if (character === closeBrace || character === closeBracket) depth -= 1;
    else if (character === comma && depth === 0 && index - start > partLength) return index;
  }
  return list.length - 1;
};

const [quote, backslash, comma, openBrace, closeBrace, openBracket, closeBracket] =
  Buffer.from('"\\,{}[]');

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
