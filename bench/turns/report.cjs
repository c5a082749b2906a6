// The measured half of a process: says its port, and what it has used when it is asked.
const used = () => ({ cpu: process.cpuUsage(), rss: memory() });

const memory = () => {
  global.gc?.();
  return process.memoryUsage().rss;
};

const answer = (stop) =>
  process.on('message', (message) => {
    if (message === 'used') process.send(used());
    if (message === 'stop') stop();
  });

exports.ready = (port, stop) => {
  answer(stop);
  process.send({ port });
};

exports.serve = (server) => {
  server.listen(0, '127.0.0.1', () => exports.ready(server.address().port, () => process.exit(0)));
};
