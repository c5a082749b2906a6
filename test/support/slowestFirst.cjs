const { sep } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that take longest, longest first: begun last, one of them would keep a single core busy at the end. */
const slow = [
  'browser/pages',
  'browser/chat.',
  'browser/',
  'canary',
  'telemetry/',
  'stop',
  'bot/connector',
  'bot/slow',
  'teams/teams',
];

/** Where Jest does not know yet how long each took, as in a new clone, it begins with the longest texts. */
module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = slow.findIndex((name) => path.includes(`test/${name}`.replaceAll('/', sep)));
      return place === -1 ? slow.length : place;
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
