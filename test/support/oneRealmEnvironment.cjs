const { ModuleMocker } = require('jest-mock');

const ownProperties = (target) =>
  new Map(
    Reflect.ownKeys(target).map((key) => [key, Reflect.getOwnPropertyDescriptor(target, key)]),
  );

/**
 * Test files run among the globals of the process itself, so that the packages that Node loads once for all of them
 * (`oneRealmRuntime.cjs`) and the code under test have the same `Error`, `Array` and `Object`. What a file adds to the
 * globals and to the environment variables, or changes in them, is taken back after it. It has no fake timers: these need
 * globals that are a file's own, which `@jest-environment node` at its head gives.
 */
module.exports = class OneRealmEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;
  #globals = ownProperties(globalThis);
  #env = { ...process.env };
  #exit = process.exit;

  async setup() {}

  async teardown() {
    for (const key of Reflect.ownKeys(globalThis)) {
      if (!this.#globals.has(key)) Reflect.deleteProperty(globalThis, key);
    }
    for (const [key, property] of this.#globals) Reflect.defineProperty(globalThis, key, property);
    for (const name of Object.keys(process.env)) {
      if (!(name in this.#env)) delete process.env[name];
    }
    Object.assign(process.env, this.#env);
    process.exit = this.#exit;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Not in a realm of its own. */
  getVmContext() {
    return undefined;
  }
};
