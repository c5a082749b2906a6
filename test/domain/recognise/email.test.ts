import fc from 'fast-check';
import { emailIn, emailKey, emailShown } from '../../../src/domain/recognise/email';

const french = [
  ['jane@example.org', 'jane@example.org'],
  ['mon courriel est zoé.dupont@exemple.fr', 'zoé.dupont@exemple.fr'],
  ['mon adresse courriel est jane@example.org.', 'jane@example.org'],
  ["c'est jane@example.org", 'jane@example.org'],
  ['Courriel : jane@example.org', 'jane@example.org'],
  ['courriel=jane@example.org', 'jane@example.org'],
  ['mon e-mail est Jane.Tremblay@EXAMPLE.ORG', 'Jane.Tremblay@example.org'],
  ['e-mail\u00a0: jane@example.org', 'jane@example.org'],
  ['écrivez-moi à jane@example.org svp', 'jane@example.org'],
  ['vous pouvez me joindre à jane@example.org', 'jane@example.org'],
  ['jane @ example.org', 'jane@example.org'],
  ['jane@ example.org', 'jane@example.org'],
  ['jane @example.org', 'jane@example.org'],
  ['jane arobase example point org', 'jane@example.org'],
  ['jane arobas example.org', 'jane@example.org'],
  ['jane point tremblay arobase exemple point org', 'jane.tremblay@exemple.org'],
  ['jane tiret tremblay arobase exemple point fr', 'jane-tremblay@exemple.fr'],
  ['jane tiret bas t arobase exemple point fr', 'jane_t@exemple.fr'],
  ['jane(arobase)example.org', 'jane@example.org'],
  ['jane [a] example [point] org', 'jane@example.org'],
  ['jane@exemple point org', 'jane@exemple.org'],
  ['«\u00a0jane@example.org\u00a0»', 'jane@example.org'],
  ['« jane@example.org »', 'jane@example.org'],
  ['Jane Tremblay <jane@example.org>', 'jane@example.org'],
  ['jane@example.org;', 'jane@example.org'],
  ['jane@example.org, 514 555-0123', 'jane@example.org'],
  [
    "je m'appelle Jane Tremblay, jane@example.org, 514 555-0123 poste 12, machine GNX130001",
    'jane@example.org',
  ],
  ['non, plutôt jane@example.org', 'jane@example.org'],
  ['paul@example.org, non plutôt jane@example.org', 'jane@example.org'],
  ['pas paul@example.org mais jane@example.org', 'jane@example.org'],
  ['jane@example.org et pas paul@example.org', 'jane@example.org'],
  ['jane@example.org au lieu de paul@example.org', 'jane@example.org'],
  ['remplacer paul@example.org par jane@example.org', 'jane@example.org'],
  ['mon courriel est jane@example.org, copie à paul@example.org', 'jane@example.org'],
  ['jane@École.québec', 'jane@xn--cole-9oa.xn--qubec-csa'],
  ['jane@xn--cole-9oa.xn--qubec-csa', 'jane@xn--cole-9oa.xn--qubec-csa'],
  ["marie-ève.o'neil+portail@example.org", "marie-ève.o'neil+portail@example.org"],
  ['o’neil@example.org', "o'neil@example.org"],
  ['jane@example.org.Merci beaucoup', 'jane@example.org'],
  ['jane@example .org', 'jane@example.org'],
  ['jane@sous.domaine.example.org', 'jane@sous.domaine.example.org'],
  ['jane@example.org jane@example.org', 'jane@example.org'],
  ['mail\u00a0: jane@example.org…', 'jane@example.org'],
  ['en fait mon courriel est jane@example.org!', 'jane@example.org'],
  ['voici:jane@example.org', 'jane@example.org'],
] as const;

const english = [
  ['my email is jane@example.org', 'jane@example.org'],
  ['My e-mail address is JANE@EXAMPLE.ORG', 'JANE@example.org'],
  ['reach me at jane@example.org', 'jane@example.org'],
  ['you can write to me at jane@example.org.', 'jane@example.org'],
  ['email: jane@example.org', 'jane@example.org'],
  ['e-mail=jane@example.org', 'jane@example.org'],
  ['mailto:jane@example.org', 'jane@example.org'],
  ['mailto:jane@example.org?subject=hello', 'jane@example.org'],
  ['<jane@example.org>', 'jane@example.org'],
  ['"Jane Tremblay" <jane@example.org>', 'jane@example.org'],
  ['(jane@example.org)', 'jane@example.org'],
  ['[jane@example.org](mailto:jane@example.org)', 'jane@example.org'],
  ['jane@example.org<mailto:jane@example.org>', 'jane@example.org'],
  ['<a href="mailto:jane@example.org">jane@example.org</a>', 'jane@example.org'],
  ["'jane@example.org'", 'jane@example.org'],
  ['“jane@example.org”', 'jane@example.org'],
  ['`jane@example.org`', 'jane@example.org'],
  ['*jane@example.org*', 'jane@example.org'],
  ['jane at example dot org', 'jane@example.org'],
  ['jane dot tremblay at example dot org', 'jane.tremblay@example.org'],
  ['jane underscore t at example dot org', 'jane_t@example.org'],
  ['reach me at jane at example dot org', 'jane@example.org'],
  ['jane(at)example.org', 'jane@example.org'],
  ['jane (at) example (dot) org', 'jane@example.org'],
  ['jane [at] example [dot] org', 'jane@example.org'],
  ['jane{at}example.org', 'jane@example.org'],
  ['jane at example.org', 'jane@example.org'],
  ['jane@example dot org', 'jane@example.org'],
  ['jane@example. org', 'jane@example.org'],
  ['its jane@example.org thanks', 'jane@example.org'],
  ['jane@example.org, not paul@example.org', 'jane@example.org'],
  ['jane@example.org instead of paul@example.org', 'jane@example.org'],
  ['not paul@example.org but jane@example.org', 'jane@example.org'],
  ['paul@example.org, sorry, jane@example.org', 'jane@example.org'],
  ['change paul@example.org to jane@example.org', 'jane@example.org'],
  ['paul@example.org jane@example.org instead', 'jane@example.org'],
  ['my email is jane@example.org, cc paul@example.org', 'jane@example.org'],
  ['ｊａｎｅ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'jane@example.org'],
  ['ja\u200bne@exa\u00admple.org\ufeff', 'jane@example.org'],
  ['\u202ajane@example.org\u202c', 'jane@example.org'],
  ['jane+test_1@mail.example.co.uk', 'jane+test_1@mail.example.co.uk'],
  ['123@example.org', '123@example.org'],
  ['a@b.ca', 'a@b.ca'],
  ['jane@EXAMPLE.org jane@example.ORG', 'jane@example.org'],
  ['- jane@example.org', 'jane@example.org'],
  ['📧jane@example.org', 'jane@example.org'],
  ['jane@example.org🙂', 'jane@example.org'],
] as const;

test.each(french)('reads %j when the e-mail is asked in French', (typed, email) => {
  expect(emailIn(typed, { asked: 'email' })?.facts).toEqual({ email });
});

test.each(english)('reads %j when the e-mail is asked in English', (typed, email) => {
  expect(emailIn(typed, { asked: 'email' })?.facts).toEqual({ email });
});

test.each([
  ['jane', 'emailIncomplete', 'jane'],
  ['jane@', 'emailIncomplete', 'jane@'],
  ['@example.org', 'emailIncomplete', '@example.org'],
  ['jane@example', 'emailIncomplete', 'jane@example'],
  ['@', 'emailIncomplete', '@'],
  ['jane.tremblay', 'emailIncomplete', 'jane.tremblay'],
  ['jane example.org', 'emailIncomplete', 'jane example.org'],
  ['mon courriel est jane', 'emailIncomplete', 'mon courriel est jane'],
  ['my email is jane', 'emailIncomplete', 'my email is jane'],
  ['jane@gmail,com', 'emailForm', 'jane@gmail,com'],
  ['jane..t@example.org', 'emailForm', 'jane..t@example.org'],
  ['a@b@example.org', 'emailForm', 'a@b@example.org'],
  ['@@@@@@', 'emailForm', '@@@@@@'],
  ['jane@-example.org', 'emailForm', 'jane@-example.org'],
  ['jane@exa_mple.org', 'emailForm', 'jane@exa_mple.org'],
  ['jane@127.0.0.1', 'emailForm', 'jane@127.0.0.1'],
  ['jane@0x7f.1', 'emailForm', 'jane@0x7f.1'],
  ['\ud800@example.org', 'emailForm', '@example.org'],
  ['jane@example.org paul@example.org', 'emailSeveral', 'jane@example.org, paul@example.org'],
  ['jane@example.org ou paul@example.org', 'emailSeveral', 'jane@example.org, paul@example.org'],
] as const)('says what is wrong with %j', (typed, kind, heard) => {
  const found = emailIn(typed, { asked: 'email' });
  expect(found?.problem).toEqual({ kind, fact: 'email', heard });
  expect(found?.facts).toEqual({});
});

test.each([
  ['bonjour'],
  ['@Assistant bonjour'],
  ['meet me at example.org'],
  ['rendez-vous @ 5 pm'],
  ['https://user:word@example.org/'],
  ['voir https://example.org/?to=jane@example.org'],
  ['514 555-0123'],
  ['12 rue Principale, Montréal H2X 1Y4'],
  ['GNX130001'],
  [''],
  ['   '],
  ['un point important'],
  ['look at this'],
  ['merci @jane.tremblay'],
] as const)('finds no e-mail in %j when it is not asked', (typed) => {
  expect(emailIn(typed, {})).toBeUndefined();
});

test.each([
  ['514 555-0123'],
  ['GNX130001'],
  ['H2X1Y4'],
  ['je ne comprends pas la question'],
  ["j'habite au 12 rue Principale"],
  ['meet me at example.org'],
] as const)('leaves %j to others even when the e-mail is asked', (typed) => {
  expect(emailIn(typed, { asked: 'email' })).toBeUndefined();
});

test.each([
  ['Paul, mon courriel est jane@example.org.', 'mon courriel est jane@example.org', true],
  ['reach me at jane@example.org today', 'reach me at jane@example.org', true],
  ['Jane <jane@example.org>', 'jane@example.org', false],
  ['é\u0301\u200b jane@example.org', 'jane@example.org', false],
  ['\ufb01 ＪＡＮＥ@example.org ok', 'ＪＡＮＥ@example.org', false],
  ['a@example.org, non plutôt b@example.org', 'a@example.org, non plutôt b@example.org', false],
])('says where in %j the address stands', (typed, piece, led) => {
  const found = emailIn(typed, {});
  expect(typed.slice(found?.from, found?.to)).toBe(piece);
  expect(found?.led).toBe(led);
});

test.each([
  ['jane@example.org', undefined],
  [' jane@example.org\n', undefined],
  ['Jane Tremblay <jane@example.org>', undefined],
  ['mailto:jane@example.org', undefined],
  ['[jane@example.org](mailto:jane@example.org)', undefined],
  ['jane tremblay@example.org', 'emailForm'],
  ['jane@example.org tremblay', 'emailForm'],
  ['Jane Tremblay', 'emailIncomplete'],
  ['514 555-0123', 'emailIncomplete'],
  ['a@example.org, non plutôt b@example.org', 'emailSeveral'],
  ['jane\u0000@example.org', 'controlCharacters'],
])('takes the input %j at its word', (typed, kind) => {
  expect(emailIn(typed, { asked: 'email', exact: true })?.problem?.kind).toBe(kind);
});

test('keeps out of the inputs of other facts', () => {
  expect(emailIn('jane@example.org', { asked: 'givenName', exact: true })).toBeUndefined();
});

test('refuses an address of more than 254 characters and tells how long it may be', () => {
  const typed = `jane@${'example.'.repeat(32)}org`;
  expect(emailIn(typed, { asked: 'email' })?.problem).toMatchObject({ kind: 'tooLong', max: 254 });
});

test('refuses more than 64 characters before the @', () => {
  const typed = `${'j'.repeat(65)}@example.org`;
  expect(emailIn(typed, { asked: 'email' })?.problem?.kind).toBe('emailForm');
});

test('reports a half address that was introduced though something else is asked', () => {
  expect(emailIn('mon courriel est jane@', { asked: 'name' })?.problem?.kind).toBe(
    'emailIncomplete',
  );
});

test('makes one key of two writings of one address', () => {
  expect(emailKey('Jane.T@example.org')).toBe(emailKey('jane.t@example.org'));
});

test.each([
  ['jane@xn--cole-9oa.xn--qubec-csa', 'jane@école.québec'],
  ['jane@example.org', 'jane@example.org'],
])('shows %s as its owner writes it', (email, shown) => {
  expect(emailShown(email)).toBe(shown);
});

const pieces = fc.constantFrom(
  '@',
  ' @ ',
  '.',
  ' at ',
  ' dot ',
  ' arobase ',
  'jane',
  'é',
  '<',
  '\u200b',
  '\ufb01',
  '\ud800',
  '🙂',
  'org',
  ' ',
  'non',
);

test('never throws, stays inside the text and gives only one form', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces).map((parts) => parts.join('')),
      ),
      fc.constantFrom(undefined, 'email' as const),
      (typed, asked) => {
        const found = emailIn(typed, asked ? { asked } : {});
        const email = found?.facts.email ?? 'jane@example.org';
        expect(found?.from ?? 0).toBeGreaterThanOrEqual(0);
        expect(found?.to ?? 0).toBeLessThanOrEqual(typed.length);
        expect(found?.from ?? 0).toBeLessThanOrEqual(found?.to ?? 0);
        expect(emailIn(email, { asked: 'email', exact: true })?.facts).toEqual({ email });
      },
    ),
  );
});
