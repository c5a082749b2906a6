import type { Activity } from 'botbuilder';
import { readableText } from '../../src/bot/readableText';

const bot = { id: '28:bot', name: 'Assistant' };

const read = (more: object): string =>
  // Only what is read of it.
  readableText({ channelId: 'msteams', recipient: bot, ...more } as unknown as Activity);

test.each([
  ['<at>Assistant</at> bonjour', 'bonjour'],
  ['<at>Assistant</at>&nbsp;bonjour', 'bonjour'],
  ['<at id="0">Assistant d\'inscription</at> je suis Zoé', 'je suis Zoé'],
  ['bonjour <AT>Assistant</AT>', 'bonjour'],
  ['<at>Assistant</at> <at>Assistant</at>', ''],
  ['jane@example.org', 'jane@example.org'],
  ['Jane <jane@example.org>', 'Jane <jane@example.org>'],
  ['Jane &lt;jane@example.org&gt;', 'Jane <jane@example.org>'],
  ['<p>Jane Tremblay</p><p>12 rue Alma</p>', 'Jane Tremblay\n\n12 rue Alma'],
  ['Jane Tremblay<br/>12 rue Alma', 'Jane Tremblay\n12 rue Alma'],
  ['<div><b>Zoé</b> <span style="color:red">Tremblay</span></div>', 'Zoé Tremblay'],
  ['<a href="mailto:jane@example.org">jane@example.org</a>', 'jane@example.org'],
  ['Bouchard &amp; fils', 'Bouchard & fils'],
  ['l&#39;&#xC9;rable&#160;!', "l'Érable\u00a0!"],
  ['&amp;nbsp;', '&nbsp;'],
  ['&#9999999; &unknown; &', '&#9999999; &unknown; &'],
  ['a < b > c', 'a < b > c'],
  [
    '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><p>Quel est votre nom ?</p></blockquote><p>Zoé Roy</p>',
    'Zoé Roy',
  ],
])('%j is read as %j in Teams', (text, said) => {
  expect(read({ text })).toBe(said);
});

test('elsewhere signs stay as they were typed', () => {
  expect(read({ channelId: 'webchat', text: '<b>a &amp; b</b>' })).toBe('<b>a &amp; b</b>');
});

test('another person who is mentioned has been named', () => {
  const entities = [
    { type: 'mention', mentioned: bot, text: '<at>Assistant</at>' },
    { type: 'mention', mentioned: { id: '29:jane' }, text: '<at>Jane Roy</at>' },
    { type: 'mention', mentioned: null },
    null,
  ];
  const text = '<at>Assistant</at> je suis <at>Jane Roy</at>';
  expect(read({ text, entities })).toBe('je suis Jane Roy');
});

test.each([
  ['opening tags', '<at>'.repeat(4_000)],
  ['quotes', '<blockquote itemtype="schema.skype.com/Reply">'.repeat(320)],
  ['tags', '<p '.repeat(5_000)],
  ['signs', '&#x'.repeat(5_000)],
])('a message full of %s is read all the same', (_, text) => {
  expect(read({ text }).length).toBeLessThanOrEqual(text.length);
});
