import { createReadStream } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Account } from '../../src/domain/account';
import { root } from '../../src/root';
import { makeImportMachines } from '../../src/services/importMachines';
import { makeMachines } from '../../src/services/machines';
import { makeMailState } from '../../src/services/mailState';
import { makeRegister } from '../../src/services/register';
import { makeRequestHelp } from '../../src/services/requestHelp';
import { terms } from '../../src/text/terms';
import { makeServer } from '../../src/web/server';
import { accountServices } from './accountServices';
import { aLog } from './aLog';
import { aVisitor } from './visitor';

interface Options {
  /** Of Jane's account, which is there. */
  readonly account?: Partial<Account>;
  readonly publicUrl?: string;
  readonly teamsTab?: { readonly botId?: string } | undefined;
}

/** Every page over one store in memory, with the sample's machines, Jane's account and a clock of one's own. */
export const aSite = async ({
  account,
  publicUrl = 'http://portal.test',
  teamsTab,
}: Options = {}) => {
  const services = await accountServices(account);
  const { store, allow, clock, newId } = services;
  await makeImportMachines(store)({
    open: () => createReadStream(join(root, 'samples/machines.csv')),
  });
  const { log, events } = aLog();
  let numbers = 482_912;
  const server = makeServer({
    log,
    publicUrl,
    messages: async () => ({ status: 404 }),
    site: {
      sampleSerial: 'GNX130001',
      teamsTab,
      services: {
        ...services,
        resend: services,
        machines: makeMachines({ machines: store.machines, allow }),
        register: makeRegister({ accounts: store.accounts, allow, clock }),
        requestHelp: makeRequestHelp({ helpRequests: store.helpRequests, allow, clock }),
        mailState: makeMailState(store),
        terms,
        helpMailTo: 'aide@example.org',
        clock,
        newId,
        newNumber: () => {
          numbers += 1;
          return String(numbers);
        },
      },
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // restify's type leaves the pipe's string open
  const url = `http://127.0.0.1:${port}`;
  return {
    ...services,
    log,
    events,
    url,
    visitor: (headers?: Readonly<Record<string, string>>) => aVisitor(url, headers),
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
};

export type TestSite = Awaited<ReturnType<typeof aSite>>;
