import type { Draft } from '../facts';
import { type NameAsked, namePart } from './namePart';
import { nameLeads } from './namePhrases';
import { afterOpenings, isTitled, nameRun } from './nameRun';
import { phraseAt } from './phrases';
import type { Found } from './recogniser';
import { refusal } from './refusal';
import { splitName } from './splitName';
import { titleCase } from './titleCase';
import { longestName, tooLongPart, wholeName } from './wholeName';
import type { Word } from './words';

export interface LedName extends Found {
  readonly guessed: boolean;
}

/** A name introduced in words, whatever was asked: "je m'appelle …", "prénom : …, nom : …", "my last name is …". */
export const ledName = (
  text: string,
  words: readonly Word[],
  asked: NameAsked | undefined,
): LedName | undefined => {
  const leads = leadsOf(words);
  if (leads.length === 0) return undefined;
  const partnered = leads.some(isGiven) && leads.some(isFamily);
  const usable = leads.filter((lead) => isUsable(lead, { partnered, asked }));
  const first = usable[0];
  if (first === undefined) return digitsAfter(text, leads, asked);
  const parts = usable.map((lead) => partsOf(lead, partnered, asked));
  const facts: Draft = Object.assign({}, ...parts.map((part) => part.facts));
  const guessed = parts.some((part) => part.guessed);
  const last = usable.at(-1) ?? first;
  const span = { from: first.from, to: last.run.at(-1)?.to ?? last.to, led: true, guessed };
  const long = tooLongPart(facts);
  if (long === undefined) return { facts, ...span };
  const problem = refusal('tooLong', long, facts[long] ?? '', { max: longestName });
  return { facts: {}, problem, ...span };
};

interface Parts {
  readonly facts: Draft;
  readonly guessed: boolean;
}

type Kind = NonNullable<ReturnType<typeof leadAt>>['value'];

interface Lead {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
  readonly colon: boolean;
  readonly next: Word | undefined;
  readonly run: readonly Word[];
  /** A title stands alone before the name. */
  readonly titled: boolean;
}

const leadAt = (words: readonly Word[], at: number) => phraseAt(nameLeads, words, at);

const leadsOf = (words: readonly Word[]): readonly Lead[] => {
  const leads: Lead[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const lead = leadAt(words, at);
    const first = words[at];
    if (lead === undefined || first === undefined) continue;
    const start = at + lead.length;
    const run = nameRun(words, start);
    const next = words[start];
    leads.push({
      kind: lead.value,
      from: first.from,
      to: words[start - 1]?.to ?? first.to,
      colon: next?.before === 'colon' || next?.before === 'line',
      next,
      run,
      titled: run.length === 1 && isTitled(words, afterOpenings(words, start)),
    });
    at = start - 1;
  }
  return leads;
};

const isGiven = ({ kind }: Lead): boolean => kind === 'given' || kind === 'givenLabel';
const isFamily = ({ kind }: Lead): boolean => kind === 'family' || kind === 'familyLabel';
const textOf = ({ run }: Lead): string => namePart(run.map((word) => word.text).join(' '));

interface Around {
  readonly partnered: boolean;
  readonly asked: NameAsked | undefined;
}

const isUsable = (lead: Lead, { partnered, asked }: Around): boolean => {
  if (lead.run.length === 0 || isVerdict(lead.run)) return false;
  switch (lead.kind) {
    case 'whole':
    case 'given':
    case 'family':
      return true;
    case 'givenLabel':
    case 'familyLabel':
    case 'wholeLabel':
      return lead.colon || partnered || asked !== undefined;
    case 'doubtful':
      return isCapitalised(lead) || (asked !== undefined && lead.run.length <= 3);
    case 'asked':
      return asked !== undefined && lead.run.length <= 5;
  }
};

/** "The name is right" says nothing of what it is. */
const isVerdict = ([first, second]: readonly Word[]): boolean =>
  first !== undefined &&
  second === undefined &&
  first.text === first.folded &&
  verdicts.has(first.text);

const verdicts: ReadonlySet<string> = new Set(
  'right|correct|good|fine|ok|okay|perfect|exact|accurate|wrong|incorrect|bad|bon|bonne|correcte|exacte|juste|parfait|faux|fausse|mauvais|mauvaise'.split(
    '|',
  ),
);

const isCapitalised = ({ run }: Lead): boolean =>
  run.length <= 5 &&
  run[0] !== undefined &&
  (run[0].text !== run[0].text.toLowerCase() || run[0].text === run[0].text.toUpperCase());

const partsOf = (lead: Lead, partnered: boolean, asked: NameAsked | undefined): Parts => {
  const value = textOf(lead);
  if (isGiven(lead)) return { facts: { givenName: titleCase(value) }, guessed: false };
  if (lead.kind === 'family') return { facts: { familyName: titleCase(value) }, guessed: false };
  const alone = lead.run.length === 1;
  if (lead.kind === 'familyLabel' && (partnered || (alone && asked !== 'givenName'))) {
    return { facts: { familyName: titleCase(value) }, guessed: false };
  }
  if (asked !== undefined && asked !== 'name' && (alone || lead.kind === 'asked')) {
    return { facts: { [asked]: titleCase(value) }, guessed: false };
  }
  if (lead.titled) return { facts: { familyName: titleCase(value) }, guessed: false };
  const words = value.split(' ');
  return { facts: wholeName(words), guessed: splitName(words).guessed };
};

/** "My name is Jane2": introduced, and not a name. */
const digitsAfter = (
  text: string,
  leads: readonly Lead[],
  asked: NameAsked | undefined,
): LedName | undefined => {
  const lead = leads.find(
    ({ kind, next }) =>
      (kind === 'whole' ||
        kind === 'given' ||
        kind === 'family' ||
        (kind === 'asked' && asked !== undefined)) &&
      next !== undefined &&
      /^\p{L}+\p{N}+\p{L}*$/u.test(next.text),
  );
  if (lead?.next === undefined) return undefined;
  const fact = isFamily(lead) ? 'familyName' : 'givenName';
  const heard = text.slice(lead.next.from, lead.next.to);
  return {
    facts: {},
    problem: refusal('nameWithDigits', fact, heard),
    from: lead.from,
    to: lead.next.to,
    led: true,
    guessed: false,
  };
};
