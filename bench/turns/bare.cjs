// The least a JSON endpoint on restify costs.
const restify = require('restify');
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', (_request, response, next) => {
  response.send(200, { activities: [] });
  return next();
});
require('./report.cjs').serve(server);
