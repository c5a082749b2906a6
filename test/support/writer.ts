import { aMachine } from './makers';
import { openStore } from './stores';

/** Writes to the store in the folder it is given until it is killed; each id is said after it was stored. */
const write = async (folder: string): Promise<void> => {
  const store = await openStore(folder);
  for (let n = 0; ; n += 1) {
    const id = `M${n}`;
    await store.machines.add(aMachine({ _id: id, bare: id }));
    process.stdout.write(`${id}\n`);
  }
};

void write(process.argv[2] ?? '');
