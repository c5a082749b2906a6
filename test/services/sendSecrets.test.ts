import { sendSecrets } from '../../src/services/sendSecrets';
import { type AccountServices, accountServices } from '../support/accountServices';

let stage: AccountServices;
beforeEach(async () => {
  stage = await accountServices();
});

test.each([
  { status: 'invited', key: 'activation-2' },
  { status: 'active', key: 'reset-2' },
] as const)('owes an $status account the mail $key', async ({ status, key }) => {
  await stage.accounts.change({}, { $set: { status } });
  expect(await sendSecrets(stage, await stage.account())).toBe(key);
  expect((await stage.account()).mails[key]).toMatchObject({ state: 'queued' });
});

test.each([
  { what: 'generation', change: { generation: 2 } },
  { what: 'status', change: { status: 'active' } },
  { what: 'mailDueAt', change: { mailDueAt: new Date(0) } },
] as const)('changes nothing when $what is another one by now', async ({ change }) => {
  const read = await stage.account();
  await stage.accounts.change({}, { $set: change });
  const before = await stage.account();
  expect(await sendSecrets(stage, read)).toBeUndefined();
  expect(await stage.account()).toEqual(before);
});

test('asking for a mail while activating ends with a mail that works', async () => {
  const [, forgotten] = await Promise.all([
    stage.signIn({ email: 'jane@example.org', password: 'wrong', address: '192.0.2.7' }),
    stage.forgot({ email: 'jane@example.org', address: '192.0.2.7' }),
    stage.accounts.change({}, { $set: { status: 'active' } }),
  ]);
  const { mails, generation } = await stage.account();
  expect(forgotten.kind).toBe('accepted');
  expect(mails[`reset-${generation}`]?.kind).toBe('reset');
});
