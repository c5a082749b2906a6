import { sketched } from '../cards/draw';
import type { Fact, Field } from '../src/domain/facts';
import { fieldOf, isFact } from '../src/domain/fieldTable';
import type { OpenCard } from '../src/domain/openCard';

/** The card that a reply brings, as it is remembered until it is answered; `undefined` for one that asks for no answer of its own. */
export const openCardIn = (attachment: object): OpenCard | undefined => {
  const sketch = sketched(attachment);
  if (sketch === undefined) return undefined;
  const { at, rev, rows = [], question: text = '', yes = '', no = '' }: Said = Object(sketch.data);
  if (at === undefined) return undefined;
  switch (sketch.card) {
    case 'details':
      return { at, card: 'details', asks: fieldsOf(rows) };
    case 'offer':
      return { at, card: 'offer', asks: offered(sketch.data) };
    case 'machine':
      return { at, card: 'machine', asks: ['serial'] };
    case 'review':
      return { at, card: 'review', ...(rev === undefined ? {} : { rev }) };
    case 'question':
      return { at, card: 'question', question: { text, yes, no } };
    case 'suggestion':
    case 'terms':
    case 'meterContact':
    case 'help':
      return { at, card: sketch.card };
    default:
      return undefined;
  }
};

/** What the data of one card or another has. */
interface Said {
  readonly at?: number;
  readonly rev?: number;
  readonly rows?: readonly { readonly fact?: Fact }[];
  readonly question?: string;
  readonly yes?: string;
  readonly no?: string;
}

const offered = (data: unknown): readonly Field[] =>
  fieldsOf(Object.keys(Object(data)).flatMap((fact) => (isFact(fact) ? [{ fact }] : [])));

const fieldsOf = (rows: NonNullable<Said['rows']>): readonly Field[] => [
  ...new Set(rows.flatMap(({ fact }) => (fact === undefined ? [] : [fieldOf(fact)]))),
];
