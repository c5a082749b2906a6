const { readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');

/** Ends the server, when one was started. */
module.exports = async () => {
  const folder = process.env.TEST_MONGOD_FOLDER;
  const keeper = pidIn(join(folder, 'keeper.pid'));
  if (keeper !== undefined) {
    for (let signal = 'SIGTERM'; hears(keeper, signal); signal = 0) await pause(20);
  }
  rmSync(folder, { recursive: true, force: true });
};

const pidIn = (file) => {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

const hears = (pid, signal) => {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
};
