// Starts what was bundled, has it answer what the first visitors ask, and keeps what V8 compiled for that beside it.
// With PORT and DATA_DIR for itself alone: node warmUp.cjs DIST
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

const [, , dist] = process.argv;
const { load } = require(join(dist, 'launch.js'));

const url = `http://127.0.0.1:${process.env.PORT}`;

const answers = () =>
  fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );

const say = (text) =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: text,
      channelId: 'build',
      conversation: { id: 'build' },
      from: { id: 'build' },
      text,
      locale: 'fr-CA',
      deliveryMode: 'expectReplies',
    }),
  });

const warmUp = async () => {
  const { programs, script } = load();
  programs.index();
  while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, 20));
  await say('bonjour');
  await say('Camille Roy, 12 rue des Érables, Laval QC H7A 1A1, 514 555-0142');
  await fetch(url);
  writeFileSync(join(dist, 'bundle.cache'), script.createCachedData());
  process.kill(process.pid, 'SIGTERM');
};

void warmUp();
