/** @jest-environment jsdom */
import {
  detailsCard,
  doneCard,
  helpCard,
  machineCard,
  meterContactCard,
  reviewCard,
  termsCard,
} from '../../cards/render';
import { reviewRows } from '../../cards/reviewRows';
import { samples } from '../../cards/samples';
import { fields } from '../../src/domain/facts';
import { locales } from '../../src/domain/locale';
import { actions, cardNames } from '../../src/domain/press';
import { termsFr } from '../../src/text/terms/fr';
import { texts } from '../../src/text/texts';
import { ofType, parts } from './parts';
import { recorded, sentences } from './recorded';
import { saidEverywhere } from './said';
import { shown } from './shown';

const link = '[here](https://evil.example.org)';
const hostile = [
  link,
  '<img src=x onerror=alert(1)> <b>bold</b>',
  '# **bold** _it_ `code` https://evil.example.org evil.example.org',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a person typed, not a template
  '${at} ${$root.t.title}',
  '{{DATE(2020-01-01)}} {{{TIME(2020-01-01T00:00:00Z)}}} {}}{DATE(2020-01-01)}}',
  'w'.repeat(100),
  '👩🏽‍🔧🖨️'.repeat(10),
  '\u202eabc שלום مرحبا',
  '<speak>hello</speak>',
  '\u0000\u0007\u2028',
];

const table = (words: string) =>
  locales.flatMap((locale) =>
    Object.entries(samples(texts[locale], saidEverywhere(words, locale))).map(
      ([name, card]) => [`${name} (${locale})`, card] as const,
    ),
  );

describe.each(table('Tremblay'))('%s', (_name, card) => {
  const { content } = card;

  test('is an Adaptive Card 1.5', () => {
    expect(content).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
  });

  test('leaves nothing unfilled', () => {
    expect(JSON.stringify(content)).not.toMatch(/\$\{|undefined|\[object|null|""/);
  });

  test('is shown without a fault', () => {
    expect(shown(card).faults).toEqual([]);
  });

  test('is read aloud in whole sentences', () => {
    expect(content.speak).toMatch(/^.{15,}[.!?:»]$/u);
  });

  test('has wrapping texts only', () => {
    expect(ofType(content, 'TextBlock').filter(({ wrap }) => wrap !== true)).toEqual([]);
  });

  test('labels every input', () => {
    const { inputs, element } = shown(card);
    const unlabelled = inputs.filter(({ label, id }) => !label || !id);
    expect(unlabelled).toEqual([]);
    expect(element.querySelectorAll('input, textarea, select')).toHaveLength(inputs.length);
    expect(
      element.querySelectorAll('input, textarea, select').length -
        element.querySelectorAll('[aria-labelledby]').length,
    ).toBe(0);
  });

  test('has buttons that say which card they belong to', () => {
    const buttons = ofType(content, 'Action.').filter(({ type }) => type !== 'Action.OpenUrl');
    expect(buttons.map(({ type }) => type)).toEqual(buttons.map(() => 'Action.Submit'));
    expect(buttons.map(({ data }) => data)).toEqual(
      buttons.map(() =>
        expect.objectContaining({
          card: expect.stringMatching(new RegExp(`^(${cardNames.join('|')})$`)),
          at: expect.any(Number),
          action: expect.stringMatching(new RegExp(`^(${actions.join('|')})$`)),
        }),
      ),
    );
  });

  test('puts the button that goes on first', () => {
    const buttons = ofType(content.actions, 'Action.');
    expect(buttons.map(({ style }) => style)).toEqual(
      buttons.map((_, index) => (index === 0 ? 'positive' : undefined)),
    );
  });

  test('sends no inputs with a button that turns away from the card', () => {
    const away = ofType(content, 'Action.').filter(({ data }) =>
      /"action":"(cancel|edit|decline|help|language|no)"/.test(JSON.stringify(data)),
    );
    expect(away.map(({ associatedInputs }) => associatedInputs)).toEqual(away.map(() => 'none'));
  });
});

describe.each(hostile)('A person who writes %j', (words) => {
  test.each(table(words))('is shown as plain text on %s', (_name, card) => {
    const { element, faults, markdown } = shown(card);
    expect(faults).toEqual([]);
    expect(markdown.filter((text) => /evil|<img|DATE|www|👩|שלום|<speak/u.test(text))).toEqual([]);
    expect(element.querySelectorAll('img, b, script, a, code, em')).toHaveLength(0);
    expect(JSON.stringify(card.content)).not.toMatch(/\{\{|[\u202a-\u202e\u2028]|\\u0000/);
    expect(card.content.speak).not.toMatch(/[<>&]/);
  });
});

test('does not read a template in what a person wrote', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a person typed, not a template
  const words = 'rue ${at}';
  const card = detailsCard(texts.fr, { at: 7, rows: [{ fact: 'street', value: words }] });
  expect(ofType(card.content, 'Input.')).toMatchObject([{ id: 'street', value: 'rue $ {at}' }]);
});

test.each(table(`${'Q'.repeat(100)} ${'é'.repeat(400)}`))(
  '%s stays within 28 KB',
  (_name, card) => {
    expect(JSON.stringify(card.content).length * 2).toBeLessThan(28 * 1024);
  },
);

test.each(locales)('uses every sentence (%s)', (locale) => {
  const read = new Set<string>();
  const cards = recorded(texts[locale].cards, read);
  expect(samples({ ...texts[locale], cards }, saidEverywhere('Tremblay', locale))).toBeDefined();
  expect(sentences(texts[locale].cards).filter((path) => !read.has(path))).toEqual([]);
});

describe('The details card', () => {
  const rows = [
    { fact: 'phone', value: '12', problem: 'Il manque des chiffres.' },
    { fact: 'givenName' },
    { fact: 'region' },
    { fact: 'country' },
  ] as const;
  const choices = {
    regions: [{ title: 'Québec', value: 'QC' }],
    countries: [{ title: 'Canada', value: 'CA' }],
  };
  const { content } = detailsCard(texts.fr, { at: 1, rows, ...choices });

  test('asks in the order of the form, only for what is missing', () => {
    expect(ofType(content, 'Input.').map(({ id }) => id)).toEqual([
      'givenName',
      'region',
      'country',
      'phone',
    ]);
  });

  test('can be sent partly filled', () => {
    expect(ofType(content, 'Input.').filter(({ isRequired }) => isRequired)).toEqual([]);
  });

  test('carries a value only where there is one', () => {
    expect(ofType(content, 'Input.').map(({ value }) => value)).toEqual([
      undefined,
      undefined,
      'CA',
      '12',
    ]);
  });

  test('says what is wrong with an answer', () => {
    expect(ofType(content, 'TextRun')).toMatchObject([
      { text: 'Il manque des chiffres.', color: 'Attention' },
    ]);
    expect(content.speak).toContain('Il manque des chiffres.');
  });

  test('marks what is required', () => {
    expect(ofType(content, 'Input.').map(({ label }) => label)).toEqual([
      'Prénom *',
      'Province ou État *',
      'Pays',
      'Numéro de téléphone *',
    ]);
  });

  test.each([
    ['FR', 'Province ou État'],
    ['US', 'Province ou État *'],
  ])('in %s labels the region %j', (country, label) => {
    const card = detailsCard(texts.fr, { at: 1, country, rows: [{ fact: 'region' }] });
    expect(ofType(card.content, 'Input.')).toMatchObject([{ type: 'Input.Text', label }]);
  });
});

test('the terms stand on the card word for word', () => {
  const { content } = termsCard(texts.fr, { at: 1, terms: termsFr, url: 'https://example.org/t' });
  const texted = ofType(content, 'TextBlock')
    .map(({ text }) => String(text))
    .join('\n\n');
  for (const { heading, paragraphs } of termsFr.sections) {
    expect(texted).toContain([heading, ...paragraphs].join('\n\n'));
  }
});

test.each([
  ['fr', "J'ai lu et accepté les modalités de gestion des comptes"],
  ['en', 'I have read and accept the account management terms'],
] as const)('the tick box of the terms says in %s what is accepted', (locale, title) => {
  const { content } = termsCard(texts[locale], { at: 1, terms: termsFr, url: '/terms' });
  expect(ofType(content, 'Input.')).toEqual([
    expect.objectContaining({ id: 'termsAccepted', title, valueOn: 'true', valueOff: 'false' }),
  ]);
});

test.each([
  ['https://example.org/terms', '(https://example.org/terms)'],
  ['https://example.org/a) [b](c', '(https://example.org/a%29%20%5Bb%5D%28c)'],
])('links to %s', (url, written) => {
  const { content } = termsCard(texts.fr, { at: 1, terms: termsFr, url });
  expect(JSON.stringify(content)).toContain(`[Ouvrir les modalités dans une page]${written}`);
});

test('a numbered heading of the terms does not become a list', () => {
  const terms = { ...termsFr, sections: [{ heading: '1. Objet', paragraphs: ['2) Deux'] }] };
  const { content } = termsCard(texts.fr, { at: 1, terms, url: '/terms' });
  expect(JSON.stringify(content)).toContain('1.\u00a0Objet');
  expect(JSON.stringify(content)).toContain('2)\u00a0Deux');
});

test.each([
  ['fr', ['Oui', 'Non']],
  ['en', ['Yes', 'No']],
] as const)('the meter contact is answered in %s with %j', (locale, titles) => {
  const { content } = meterContactCard(texts[locale], { at: 3, model: 'C7020', partner: true });
  const base = { card: 'meterContact', at: 3, action: 'answer' };
  expect(ofType(content, 'Action.')).toMatchObject([
    { title: titles[0], data: { ...base, meterContact: true } },
    { title: titles[1], data: { ...base, meterContact: false } },
  ]);
});

test.each([
  [true, 1],
  [false, 0],
])('the notice about a partner is shown when there is one (%s)', (partner, times) => {
  const { content } = meterContactCard(texts.fr, { at: 3, model: 'C7020', partner });
  expect(
    parts(content).filter(({ text }) => text === texts.fr.cards.meterContact.partner),
  ).toHaveLength(times);
});

test.each([
  ['fr', /^Modifier .+/, /^Confirmer/],
  ['en', /^Edit .+/, /^Confirm/],
] as const)(
  'the review has an edit button per field and one to confirm (%s)',
  (locale, edit, confirm) => {
    const all = Object.keys(fields);
    const { draft } = saidEverywhere('x', locale);
    const rows = reviewRows(texts[locale], draft, { address: ['x'], phone: 'x', model: 'x' });
    const { content } = reviewCard(texts[locale], { at: 9, rev: 4, rows });
    const buttons = ofType(content.body, 'Action.');
    expect(rows.map(({ field }) => field).toSorted()).toEqual(all.toSorted());
    expect(buttons.map(({ data }) => data)).toEqual(
      rows.map(({ field }) => ({ card: 'review', at: 9, action: 'edit', field, rev: 4 })),
    );
    expect(new Set(buttons.map(({ title }) => title)).size).toBe(all.length);
    expect(buttons.map(({ title }) => title)).toEqual(all.map(() => expect.stringMatching(edit)));
    expect(content.actions).toMatchObject([
      {
        title: expect.stringMatching(confirm),
        style: 'positive',
        data: { card: 'review', at: 9, action: 'confirm', rev: 4 },
      },
    ]);
  },
);

test('the review shows only what was answered', () => {
  const rows = reviewRows(texts.fr, { email: 'a@example.org' }, { address: [], phone: '' });
  expect(rows).toEqual([{ field: 'email', lines: ['a@example.org'] }]);
});

test('the done card asks for nothing', () => {
  const { content } = doneCard(texts.fr, { name: 'A B', email: 'a@example.org', mail: 'Envoyé.' });
  expect([...ofType(content, 'Input.'), ...ofType(content, 'Action.')]).toEqual([]);
  expect(content.speak).toContain('activer');
});

test.each([
  [{ hasDraft: false }, ['description', 'email']],
  [{ hasDraft: true }, ['description', 'email', 'includeDraft']],
  [{ hasDraft: true, email: 'a@example.org' }, ['description', 'includeDraft']],
])('the help card asks in the case of %j for %j', (known, ids) => {
  const { content } = helpCard(texts.en, { at: 1, ...known });
  expect(ofType(content, 'Input.').map(({ id }) => id)).toEqual(ids);
});

test.each([
  [{}, ['continue']],
  [{ offerHelp: false }, ['continue']],
  [{ offerHelp: true }, ['continue', 'help']],
])('the machine card with %j offers %j', (offer, offered) => {
  const { content } = machineCard(texts.fr, { at: 1, ...offer });
  expect(ofType(content, 'Action.')).toMatchObject(offered.map((action) => ({ data: { action } })));
});
