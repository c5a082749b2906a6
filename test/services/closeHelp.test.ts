import { makeCloseHelp } from '../../src/services/closeHelp';
import type { HelpAsked } from '../../src/services/requestHelp';
import { makeRequestHelp } from '../../src/services/requestHelp';
import { aStage, type Stage } from '../support/stores';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});
afterEach(() => stage.store.close());

const asked: HelpAsked = {
  id: 'D-482913',
  description: 'Où est le numéro de série ?',
  email: 'zoe@example.org',
  locale: 'fr',
  channel: 'msteams',
  helpMailTo: 'help@example.org',
};
const toldIn = { conversation: 'msteams|talk', reference: { serviceUrl: 'https://example.org/' } };

/** A request, and what staff do with it. */
const requested = async (more: Partial<HelpAsked> = {}) => {
  const { helpRequests } = stage.store;
  await makeRequestHelp({ ...stage, helpRequests })({ ...asked, ...more });
  const close = makeCloseHelp({ helpRequests, clock: stage.clock });
  const now = async () => (await helpRequests.find({ _id: asked.id }))[0];
  return { close, now, helpRequests };
};

test.each([
  { from: 'a form', more: {}, owed: ['staff-1', 'receipt-1', 'answer-1'] },
  {
    from: 'a conversation',
    more: { toldIn },
    owed: ['staff-1', 'receipt-1', 'answer-1', 'news-1'],
  },
])('an answer to $from is owed where it can be read', async ({ more, owed }) => {
  const { close, now } = await requested(more);
  expect(await close(asked.id, 'Au dos.')).toMatchObject({ kind: 'closed' });
  const request = await now();
  expect(request).toMatchObject({ status: 'closed', answer: 'Au dos.' });
  expect(Object.keys(request?.mails ?? {})).toEqual(owed);
  expect(request?.mails['answer-1']).toMatchObject({
    kind: 'helpAnswer',
    to: 'zoe@example.org',
    locale: 'fr',
    state: 'queued',
  });
  expect(request?.mailDueAt).toBeInstanceOf(Date);
});

test('without an answer nothing more is owed', async () => {
  const { close, now } = await requested({ toldIn });
  await close(asked.id);
  expect(Object.keys((await now())?.mails ?? {})).toEqual(['staff-1', 'receipt-1']);
});

test('two who close it at once have one effect, and the one who was late is told', async () => {
  const { close, now } = await requested();
  const outcomes = await Promise.all([close(asked.id, 'Au dos.'), close(asked.id, 'Devant.')]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['closed', 'tooLate']);
  const { answer } = (await now()) ?? {};
  expect(await close(asked.id, answer)).toMatchObject({ kind: 'already' });
  expect(await close('D-1', 'x')).toEqual({ kind: 'none' });
});

test('a mail that a worker has in hand meanwhile is not lost, nor is the answer', async () => {
  const { now, helpRequests } = await requested();
  let looked = 0;
  const close = makeCloseHelp({
    clock: stage.clock,
    helpRequests: {
      ...helpRequests,
      find: async (filter, page) => {
        const found = await helpRequests.find(filter, page);
        looked += 1;
        const later = new Date(stage.clock().getTime() + 60_000);
        if (looked === 1) {
          await helpRequests.change({ _id: asked.id }, { $set: { mailDueAt: later } });
        }
        return found;
      },
    },
  });
  expect(await close(asked.id, 'Au dos.')).toMatchObject({ kind: 'closed' });
  expect((await now())?.mails['answer-1']).toMatchObject({ state: 'queued' });
});
