// Becomes dist/launch.js: runs one of the programs in bundle.js, with what V8 compiled of it at the build.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { constants, Script } = require('node:vm');

const file = join(__dirname, 'bundle.js');
const cache = join(__dirname, 'bundle.cache');

/** Node maps positions of what it loads by itself only. */
const wantsSourceMaps = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].some((options) =>
  options.includes('--enable-source-maps'),
);

/** Made for another version of Node or with other flags it is refused by V8, and everything is compiled when it is called. */
const compiled = () => {
  try {
    return readFileSync(cache);
  } catch {
    // The build could not make it: the start takes longer, nothing else.
    return undefined;
  }
};

/** One line with the code's first, so that the lines of stack traces are those of the file. */
const wrapped = () =>
  `(function (exports, require, module, __filename, __dirname) { ${readFileSync(file, 'latin1')}\n})`;

/** The programs by name, and what their code was compiled into. */
exports.load = () => {
  const cachedData = compiled();
  const script = new Script(wrapped(), {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} };
  script.runInThisContext().call(module.exports, module.exports, require, module, file, __dirname);
  return { programs: module.exports, script };
};

exports.launch = (program) => {
  const programs = wantsSourceMaps ? require(file) : exports.load().programs;
  programs[program]();
};
