import { bareSerial } from '../domain/bareSerial';
import type { Machine } from '../domain/machine';
import { sheet } from './table';
import { printJson, type Terminal } from './terminal';
import { withStore } from './withStore';

export const showMachine = (
  terminal: Terminal,
  serial: string,
  { json = false }: { readonly json?: boolean },
): Promise<number> =>
  withStore(terminal, async ({ machines }) => {
    const { none, labels } = terminal.texts.commands.machines;
    const [machine] = await machines.find({ bare: bareSerial(serial) });
    if (machine === undefined) {
      terminal.err(`${none(serial)}\n`);
      return 1;
    }
    const shown = shownMachine(machine);
    if (json) printJson(terminal, shown);
    else {
      terminal.out(
        sheet([
          [labels.serial, shown.serial],
          [labels.model, shown.model],
          [labels.customerNumber, shown.customerNumber],
          [labels.customerName, shown.customerName],
          [labels.siteCity, shown.siteCity],
          [labels.partner, shown.partner],
        ]),
      );
    }
    return 0;
  });

const shownMachine = ({ _id, bare: _, meterContact: __, ...machine }: Machine) => ({
  serial: _id,
  ...machine,
});
