// What bundle.js offers: each is loaded when it is called.
exports.index = () => require('../src/index.ts');
exports.cli = () => require('../src/cli.ts');
exports.talk = () => require('../src/talk.ts');

// For the benchmarks.
exports.app = () => require('../src/app.ts');
exports.config = () => require('../src/config.ts');
