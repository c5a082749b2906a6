const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Where the test files of one run meet: the first that needs a MongoDB server starts it there (`mongod.ts`), the others find it. */
module.exports = async () => {
  process.env.TEST_MONGOD_FOLDER = mkdtempSync(join(tmpdir(), 'mongod-'));
  process.env.TEST_RUN_PID = String(process.pid);
};
