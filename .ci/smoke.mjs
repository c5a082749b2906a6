// Starts what was built in a folder of its own, asks it one thing, and stops it by its id.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const folder = mkdtempSync(join(tmpdir(), 'smoke-'));
const port = 20_000 + Math.floor(Math.random() * 20_000);
const url = `http://127.0.0.1:${port}`;
// Stands in for a collector of traces: what is traced must have got into the bundle alive.
const traces = [];
const collector = createServer((request, response) => {
  request.on('data', (chunk) => traces.push(String(chunk)));
  request.on('end', () => response.end('{}'));
}).listen(0, '127.0.0.1');
await once(collector, 'listening');
const server = spawn(process.execPath, ['dist/index.js'], {
  env: {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.address().port}`,
  },
  stdio: 'inherit',
});
const ended = once(server, 'exit');

const expectIn = (name, text, pattern) => {
  if (!pattern.test(text)) throw new Error(`${name} answered: ${text.slice(0, 500)}`);
};

try {
  for (let tries = 0; tries < 150; tries += 1) {
    if (
      await fetch(`${url}/healthz`).then(
        (response) => response.ok,
        () => false,
      )
    )
      break;
    await wait(100);
  }
  const terms = await fetch(`${url}/terms?lang=en`);
  expectIn('/terms', await terms.text(), /Account management terms/);
  const talk = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: '1',
      channelId: 'test',
      conversation: { id: '1' },
      from: { id: '1' },
      text: 'hello',
      locale: 'en-CA',
      deliveryMode: 'expectReplies',
    }),
  });
  expectIn('/api/messages', await talk.text(), /Start registration/);
  server.kill('SIGTERM');
  const [code] = await ended;
  if (code !== 0) throw new Error(`ended with ${code}`);
  for (const span of [/"name":"turn"/, /"name":"POST \/api\/messages"/]) {
    expectIn('the collector', traces.join(''), span);
  }
  console.log('started, answered, traced and stopped');
} finally {
  server.kill('SIGKILL');
  collector.close();
  rmSync(folder, { recursive: true, force: true });
}
