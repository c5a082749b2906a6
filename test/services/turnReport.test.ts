import { noMeter } from '../../src/services/meter';
import { makeTurnReport } from '../../src/services/turnReport';
import { aLog } from '../support/aLog';

const reporting = () => {
  const { log, events } = aLog();
  return { report: makeTurnReport({ meter: noMeter, log, everyMs: 60_000 }), events };
};

const turn = (
  seconds: number,
  outcome: 'answered' | 'failed' | 'busy' | 'notKept' = 'answered',
) => ({
  channel: 'msteams',
  outcome,
  seconds,
});

test('says nothing when nothing happened', () => {
  const { report, events } = reporting();
  report.stop();
  expect(events).toEqual([]);
});

test('counts turns and those without an answer, and says the time that 95 of 100 keep', () => {
  const { report, events } = reporting();
  for (let n = 0; n < 95; n += 1) report.meter.turn(turn(0.1));
  report.meter.turn(turn(3, 'failed'));
  report.meter.turn(turn(3, 'busy'));
  report.meter.turn(turn(3, 'notKept'));
  report.meter.turn(turn(0.000_1));
  report.meter.turn(turn(4));
  report.stop();
  expect(events).toEqual([{ event: 'turns.minute', turns: 100, failed: 3, p95Ms: 108 }]);
});

test('sees the slow ones when they are more than five of a hundred', () => {
  const { report, events } = reporting();
  for (let n = 0; n < 90; n += 1) report.meter.turn(turn(0.1));
  for (let n = 0; n < 10; n += 1) report.meter.turn(turn(3));
  report.stop();
  expect(events).toMatchObject([{ p95Ms: 3_444 }]);
});
