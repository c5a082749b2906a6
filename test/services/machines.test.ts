import { type Machines, makeMachines } from '../../src/services/machines';
import { aMachine } from '../support/makers';
import { aStage, type Stage } from '../support/stores';

let stage: Stage;
let machines: Machines;
beforeEach(async () => {
  stage = await aStage();
  machines = makeMachines({ machines: stage.store.machines, ...stage });
  await stage.store.machines.addMany(
    ['GNX130001', 'HFT-13689', 'RPC800000', 'QWE500001', 'QWES00001', 'QWE50000I'].map((serial) =>
      aMachine({ _id: serial, bare: serial.replace('-', '') }),
    ),
  );
});

const lookUp = (serial: string, conversation = 'c') => machines.lookUp({ serial, conversation });

test.each([
  ['GNX130001', 'found', 'GNX130001'],
  ['gnx-130 001', 'found', 'GNX130001'],
  ['HFT13689', 'found', 'HFT-13689'],
  ['HFT-13689', 'found', 'HFT-13689'],
  ['GNX13OOO1', 'alike', 'GNX130001'],
  ['GNXI30001', 'alike', 'GNX130001'],
  ['RPCB00000', 'alike', 'RPC800000'],
  ['HFT1368Q', 'unknown', undefined],
  ['ZZZ999999', 'unknown', undefined],
  ['', 'unknown', undefined],
])('says of %s that it is %s', async (serial, kind, expected) => {
  const answer = await lookUp(serial);
  expect(answer.kind).toBe(kind);
  expect('machine' in answer ? answer.machine._id : undefined).toBe(expected);
});

it('guesses nothing when several machines look like the serial number', async () => {
  expect(await lookUp('QWES0000I')).toEqual({ kind: 'unknown' });
});

it('looks up sixty serial numbers an hour in one conversation', async () => {
  for (let n = 0; n < 60; n += 1) await lookUp(`ZZZ${n}`);
  expect(await lookUp('GNX130001')).toEqual({ kind: 'limited', until: expect.any(Date) });
  expect((await lookUp('GNX130001', 'another')).kind).toBe('found');
  stage.pass(3_600_000);
  expect((await lookUp('GNX130001')).kind).toBe('found');
});

it('counts a serial number that is looked up again once', async () => {
  for (let n = 0; n < 100; n += 1) await lookUp('gnx-130001');
  expect((await lookUp('HFT13689')).kind).toBe('found');
});
