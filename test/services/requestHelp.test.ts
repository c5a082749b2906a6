import { makeMailState } from '../../src/services/mailState';
import { type HelpAsked, makeRequestHelp, type RequestHelp } from '../../src/services/requestHelp';
import { aStage, type Stage } from '../support/stores';

let stage: Stage;
let requestHelp: RequestHelp;
beforeEach(async () => {
  stage = await aStage();
  requestHelp = makeRequestHelp({ helpRequests: stage.store.helpRequests, ...stage });
});

const asked = (given: Partial<HelpAsked> = {}): HelpAsked => ({
  id: 'D-482913',
  description: 'Je ne trouve pas le numéro de série.',
  email: 'jane@example.org',
  locale: 'fr',
  channel: 'emulator',
  conversation: 'emulator|1',
  helpMailTo: 'help@example.org',
  ...given,
});

const requests = () => stage.store.helpRequests.find({});

it('writes the request, the mail to staff and the receipt in one document', async () => {
  const draft = { givenName: 'Jane' };
  expect(await requestHelp(asked({ draft }))).toEqual({
    kind: 'requested',
    id: 'D-482913',
    mail: 'receipt-1',
  });
  const [request] = await requests();
  expect(request).toMatchObject({
    _id: 'D-482913',
    status: 'open',
    draft,
    mails: {
      'staff-1': { kind: 'helpRequest', to: 'help@example.org', state: 'queued' },
      'receipt-1': { kind: 'helpReceipt', to: 'jane@example.org', state: 'queued' },
    },
    mailDueAt: request?.createdAt,
  });
  expect(request).not.toHaveProperty('helpMailTo');
});

it('keeps nothing of a draft that was not sent along', async () => {
  await requestHelp(asked());
  expect((await requests())[0]).not.toHaveProperty('draft');
});

it('has one effect and one answer when the same request comes again', async () => {
  const answers = await Promise.all([requestHelp(asked()), requestHelp(asked())]);
  expect(answers[0]).toEqual(answers[1]);
  expect(await requests()).toHaveLength(1);
});

it('asks for another number when another request has it', async () => {
  await requestHelp(asked());
  expect(await requestHelp(asked({ description: 'Autre chose' }))).toEqual({ kind: 'taken' });
  expect((await requests())[0]?.description).toBe(asked().description);
});

it('takes five requests an hour in a conversation', async () => {
  const answers: string[] = [];
  for (const n of [1, 2, 3, 4, 5, 6]) {
    const { kind } = await requestHelp(asked({ id: `D-${n}`, email: `jane${n}@example.org` }));
    answers.push(kind);
  }
  expect(answers).toEqual([...Array(5).fill('requested'), 'limited']);
  expect(await requests()).toHaveLength(5);
});

it('takes five requests an hour for an address, however it is written', async () => {
  const answers: string[] = [];
  for (const n of [1, 2, 3, 4, 5, 6]) {
    const email = n % 2 === 0 ? 'jane@example.org' : 'Jane@example.org';
    const { kind } = await requestHelp(asked({ id: `D-${n}`, email, conversation: `c${n}` }));
    answers.push(kind);
  }
  expect(answers).toEqual([...Array(5).fill('requested'), 'limited']);
});

it('gives the same answer again when the limit is reached meanwhile', async () => {
  for (const n of [1, 2, 3, 4, 5, 6]) await requestHelp(asked({ id: `D-${n}` }));
  expect(await requestHelp(asked({ id: 'D-1' }))).toMatchObject({ kind: 'requested' });
});

it('tells the true state of a mail', async () => {
  const mailState = makeMailState(stage.store);
  await requestHelp(asked());
  const reference = { helpRequest: 'D-482913', mail: 'receipt-1' };
  expect(await mailState(reference)).toBe('queued');
  await stage.store.helpRequests.change({}, { $set: { 'mails.receipt-1.state': 'accepted' } });
  expect(await mailState(reference)).toBe('accepted');
  expect(await mailState({ helpRequest: 'D-1', mail: 'receipt-1' })).toBeUndefined();
  expect(await mailState({ account: 'D-482913', mail: 'receipt-1' })).toBeUndefined();
});
