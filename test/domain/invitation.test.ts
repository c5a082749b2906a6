import { openInvitation } from '../../src/domain/invitation';
import { owe } from '../../src/domain/owe';
import { noon } from '../support/clock';
import { anAccount } from '../support/makers';

const mail = owe({ kind: 'activation', to: 'jane@example.org', locale: 'fr' }, noon);
const after = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

test.each([
  { what: 'the activation mail', given: {}, opens: true },
  { what: 'a reset mail', given: { generation: 2, mails: { 'reset-2': mail } }, opens: true },
  { what: 'a mail one hour before its end', given: {}, hours: 23, opens: true },
  { what: 'a mail after a day', given: {}, hours: 24, opens: false },
  { what: 'a mail that was replaced', given: { generation: 2 }, opens: false },
  { what: 'a password that was used up', given: { spentGeneration: 1 }, opens: false },
  {
    what: 'a mail after the last password was used up',
    given: { generation: 2, spentGeneration: 1, mails: { 'reset-2': mail } },
    opens: true,
  },
])('$what opens the account: $opens', ({ given, hours = 0, opens }) => {
  expect(openInvitation(anAccount(given), after(hours)) !== undefined).toBe(opens);
});
