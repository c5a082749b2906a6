import answered from './answered.json';
import { plain } from './plain';
import { speech } from './speech';
import { type Card, template } from './template';

export interface AnsweredData {
  /** Of the card that was answered; fixed words. */
  readonly step?: string;
  readonly title?: string;
  /** Instead of a title, where it may repeat what a person typed. */
  readonly question?: string;
  /** What became of the card. */
  readonly status: string;
  /** The person gave an answer: the card is not merely out of date. */
  readonly given: boolean;
  /** What the person answered. */
  readonly rows: readonly { readonly label: string; readonly lines: readonly string[] }[];
  /** Markdown, ours alone. */
  readonly link?: string;
}

/** What takes the place of a card that was answered: it shows the answer and takes no other. */
export const answeredCard = (data: AnsweredData): Card => {
  const { step = '', title = '', link = '', status, given } = data;
  const question = plain(data.question ?? '');
  const rows = data.rows.map(({ label, lines }) => ({
    label: plain(label),
    lines: lines.map((line) => ({ line: plain(line) })),
  }));
  return fill({
    step,
    title,
    question,
    link,
    rows,
    status: given ? `✓ ${plain(status)}` : plain(status),
    color: given ? 'Good' : 'Default',
    speak: speech(step, title, question, status, ...rows.flatMap(spoken)),
  });
};

interface View {
  readonly [name: string]: unknown;
  readonly speak: string;
}

const fill = template<View>(answered);

const spoken = ({
  label,
  lines,
}: {
  readonly label: string;
  readonly lines: readonly { readonly line: string }[];
}): readonly string[] => [label, lines.map(({ line }) => line).join(', ')];
