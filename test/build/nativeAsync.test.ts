import { runInNewContext } from 'node:vm';
import { nativeAsync } from '../../build/nativeAsync';

test.each([
  [
    'a method becomes the async function that it was',
    'class A { m(a) { return __awaiter(this, void 0, void 0, function* () { yield this.x(a); }); } }',
    'class A { async m(a) { { await (this.x(a)); } } }',
  ],
  [
    'so does a static one',
    'class A { static m() { return __awaiter(this, void 0, void 0, function* () {}); } }',
    'class A { static async m() { {} } }',
  ],
  [
    'and an arrow function',
    'const f = (a) => __awaiter(void 0, void 0, void 0, function* () { return yield a; });',
    'const f = async (a) => { return await (a); };',
  ],
  [
    'await takes all that yield did',
    'const f = () => __awaiter(void 0, void 0, void 0, function* () { (yield a ? b() : c()).d; });',
    'const f = async () => { (await (a ? b() : c())).d; };',
  ],
  [
    'functions inside are functions of their own',
    'const f = () => __awaiter(void 0, void 0, void 0, function* () { g(function* () { yield 1; }); });',
    'const f = async () => { g(function* () { yield 1; }); };',
  ],
  [
    'what could throw before the first step still throws',
    'function f(a = b()) { return __awaiter(this, void 0, void 0, function* () { yield a; }); }',
    'function f(a = b()) { return (async () => { await (a); })(); }',
  ],
  [
    'and what is done before it is still done',
    'function f() { g(); return __awaiter(this, void 0, void 0, function* () { yield a; }); }',
    'function f() { g(); return (async () => { await (a); })(); }',
  ],
])('%s', (_, code, expected) => {
  expect(nativeAsync(code)).toBe(expected);
});

test.each([
  'const f = () => __awaiter(this, arguments, void 0, function* (a = 1) { yield a; });',
  'function f() { return __awaiter(this, void 0, void 0, function* () { yield arguments; }); }',
  'function f() { return __awaiter(this, void 0, void 0, function* () { yield* g(); }); }',
  'function f() { return __awaiter(void 0, void 0, void 0, function* () { yield this; }); }',
  'function f() { return __awaiter(that, void 0, void 0, function* () { yield this; }); }',
  'const f = () => async () => await g();',
])('what would mean something else stays as it is: %s', (code) => {
  expect(nativeAsync(code)).toBe(code);
});

/** As TypeScript compiles it: overriding, rejecting, catching, and steps in their order. */
const compiled = `
  const __awaiter = ${awaiter};
  const told = [];
  class Base {
    greet(name) { return __awaiter(this, void 0, void 0, function* () { told.push('greet'); return 'hello ' + name; }); }
    fail() { return __awaiter(this, void 0, void 0, function* () { throw new Error('no'); }); }
  }
  class Loud extends Base {
    greet(name) {
      const _super = Object.create(null, { greet: { get: () => super.greet } });
      return __awaiter(this, void 0, void 0, function* () {
        const said = yield _super.greet.call(this, name);
        const all = yield Promise.all([1, 2].map((n) => __awaiter(this, void 0, void 0, function* () { return this.loud(said) + (yield n); })));
        return all;
      });
    }
    loud(said) { return said.toUpperCase(); }
    caught() {
      return __awaiter(this, void 0, void 0, function* () {
        try { yield this.fail(); } catch (error) { return 'caught ' + error.message; } finally { told.push('finally'); }
      });
    }
  }
  const loud = new Loud();
  const failed = loud.fail().catch(({ message }) => message);
  Promise.all([loud.greet('you'), loud.caught(), failed]).then((results) => ({ results, told }));
`;

test('does what the code did before', async () => {
  const native = nativeAsync(compiled);
  expect(native).not.toContain('function*');
  const [before, after] = await Promise.all([runInNewContext(compiled), runInNewContext(native)]);
  expect(after).toEqual(before);
  expect(after.results).toEqual([['HELLO YOU1', 'HELLO YOU2'], 'caught no', 'no']);
});

/** The helper's part: steps through a generator, each step a promise. */
function awaiter(
  self: unknown,
  _given: unknown,
  _promise: unknown,
  body: () => Generator<unknown, unknown>,
): Promise<unknown> {
  const steps = body.call(self);
  const settle = ({ done, value }: IteratorResult<unknown>): unknown =>
    done
      ? value
      : Promise.resolve(value).then(
          (it) => settle(steps.next(it)),
          (error) => settle(steps.throw(error)),
        );
  return new Promise((resolve) => resolve(settle(steps.next())));
}
