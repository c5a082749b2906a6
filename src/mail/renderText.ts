import { texts } from '../text/texts';
import type { Block, Content } from './content';

/** The text part. Links and codes stand on lines of their own, whole, whatever their length. */
export const renderText = ({ locale, heading, blocks, foot }: Content): string =>
  [
    underlined(texts[locale].pages.portal.toLocaleUpperCase(locale), '='),
    underlined(heading, '-'),
    ...blocks.map(laidOut),
    ['-- ', ...foot.map((line) => wrapped(line))].join('\n'),
    '',
  ].join('\n\n');

const laidOut = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return wrapped(block.text);
    case 'button':
      return `${block.label}\n${block.href}`;
    case 'code':
      return `${block.label}\n${block.value}`;
    case 'rows':
      return [
        ...(block.title === undefined ? [] : [underlined(block.title, '-')]),
        ...block.rows.map(({ label, value }) => `${label}\n${value}`),
      ].join('\n\n');
    case 'steps':
      return [
        underlined(block.title, '-'),
        ...block.steps.map((step, index) => wrapped(`${index + 1}. ${step}`, '   ')),
      ].join('\n');
    case 'quote':
      return [
        underlined(block.title, '-'),
        ...block.text.split(/\r?\n/).flatMap((line) => wrapped(`> ${line}`, '> ')),
      ].join('\n');
  }
};

const underlined = (text: string, line: string): string => `${text}\n${line.repeat(text.length)}`;

const width = 72;

/** Breaks at blanks only, never at no-break spaces; a word that is too long stays whole. */
const wrapped = (text: string, indent = ''): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
};
