const { createRequire, isBuiltin } = require('node:module');
const { sep } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const installed = `${sep}node_modules${sep}`;

/** What has been compiled so far; each run of it makes a module of its own. */
const compiled = new Map();

/**
 * Where an environment has no realm of its own, packages are loaded by Node, once for all test files of a process: loading
 * them again for each file was half of what the tests took. Our own code is run anew for each file.
 */
module.exports = class OneRealmRuntime extends Runtime {
  #mapped;

  constructor(config, environment, ...rest) {
    super(config, environment, ...rest);
    if (environment.getVmContext() !== undefined) return;
    this.#mapped = config.moduleNameMapper.map(([pattern]) => new RegExp(pattern));
    const { executor } = this;
    executor.compile = (code, filename) => {
      const known = compiled.get(filename);
      if (known?.code === code) return known.run;
      const run = compileFunction(code, executor.injectedModuleParameters, { filename });
      compiled.set(filename, { code, run });
      return run;
    };
  }

  requireModuleOrMock(from, name) {
    return this.#isPackage(from, name)
      ? createRequire(from)(name)
      : super.requireModuleOrMock(from, name);
  }

  #isPackage(from, name) {
    return (
      this.#mapped !== undefined &&
      !/^[./]/.test(name) &&
      !isBuiltin(name) &&
      !from.includes(installed) &&
      !name.startsWith('@jest/') &&
      !this.#mapped.some((pattern) => pattern.test(name))
    );
  }
};
