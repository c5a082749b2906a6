import { Argument, Command, CommanderError, Option } from 'commander';
import { mailStates } from '../domain/mail';
import { listAccounts, resendTo, showAccount } from './accounts';
import { copyStores, engines } from './copyStores';
import { doctor } from './doctor/doctor';
import { dressed, misuse } from './dressed';
import { closeHelp, listHelp, showHelp } from './helpRequests';
import { importMachinesFile } from './importMachinesFile';
import { showMachine } from './machines';
import { abandonMail, listMails, retryMail, showMail } from './mails';
import type { Terminal } from './terminal';

/** Runs one staff command and resolves to its exit code; what goes wrong is said, never thrown. */
export const staff = async (terminal: Terminal, argv: readonly string[]): Promise<number> => {
  const { commands } = terminal.texts;
  let code = 0;
  const finish = (result: number) => {
    code = result;
  };
  try {
    await programOf(terminal, finish).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return misuse(terminal, error);
    terminal.err(`${commands.failed(error instanceof Error ? error.message : String(error))}\n`);
    return 1;
  }
};

const programOf = (terminal: Terminal, finish: (code: number) => void): Command => {
  const t = terminal.texts.commands.help;
  const group = (name: string, description: string) =>
    dressed(new Command(name).description(description), terminal);
  const json = () => new Option('--json', t.jsonOption);
  const file = new Argument('<file>', t.fileArgument);
  const serial = new Argument('<serial>', t.serialArgument);
  const email = () => new Argument('<email>', t.emailArgument);
  const id = () => new Argument('<id>', t.idArgument);
  const mail = () => new Argument('<id>', t.mailArgument);

  const machines = group('machines', t.machines);
  const accounts = group('accounts', t.accounts);
  const mails = group('mails', t.mails);
  const help = group('help', t.help);

  dressed(machines.command('import'), terminal)
    .description(t.machinesImport)
    .addArgument(file)
    .option('--dry-run', t.dryRunOption)
    .addOption(json())
    .action(async (path, options) => finish(await importMachinesFile(terminal, path, options)));
  dressed(machines.command('show'), terminal)
    .description(t.machinesShow)
    .addArgument(serial)
    .addOption(json())
    .action(async (number, options) => finish(await showMachine(terminal, number, options)));
  dressed(accounts.command('list'), terminal)
    .description(t.accountsList)
    .addOption(json())
    .action(async (options) => finish(await listAccounts(terminal, options)));
  dressed(accounts.command('show'), terminal)
    .description(t.accountsShow)
    .addArgument(email())
    .addOption(json())
    .action(async (address, options) => finish(await showAccount(terminal, address, options)));
  dressed(accounts.command('resend'), terminal)
    .description(t.accountsResend)
    .addArgument(email())
    .addOption(json())
    .action(async (address, options) => finish(await resendTo(terminal, address, options)));
  dressed(mails.command('list'), terminal)
    .description(t.mailsList)
    .option('--state <state>', t.stateOption(mailStates.join(', ')))
    .addOption(json())
    .action(async (options) => finish(await listMails(terminal, options)));
  dressed(mails.command('show'), terminal)
    .description(t.mailsShow)
    .addArgument(mail())
    .addOption(json())
    .action(async (number, options) => finish(await showMail(terminal, number, options)));
  dressed(mails.command('retry'), terminal)
    .description(t.mailsRetry)
    .addArgument(mail())
    .addOption(json())
    .action(async (number, options) => finish(await retryMail(terminal, number, options)));
  dressed(mails.command('abandon'), terminal)
    .description(t.mailsAbandon)
    .addArgument(mail())
    .addOption(json())
    .action(async (number, options) => finish(await abandonMail(terminal, number, options)));
  dressed(help.command('list'), terminal)
    .description(t.helpList)
    .addOption(json())
    .action(async (options) => finish(await listHelp(terminal, options)));
  dressed(help.command('show'), terminal)
    .description(t.helpShow)
    .addArgument(id())
    .addOption(json())
    .action(async (number, options) => finish(await showHelp(terminal, number, options)));
  dressed(help.command('close'), terminal)
    .description(t.helpClose)
    .addArgument(id())
    .option('--message <text>', t.messageOption)
    .addOption(json())
    .action(async (number, options) => finish(await closeHelp(terminal, number, options)));

  const examination = dressed(new Command('doctor'), terminal)
    .description(t.doctor)
    .addOption(json())
    .action(async (options) => finish(await doctor(terminal, options)));

  const store = group('store', t.store);
  const engine = (flag: string, description: string) =>
    new Option(`${flag} <engine>`, description).choices(engines).makeOptionMandatory();
  dressed(store.command('copy'), terminal)
    .description(t.storeCopy)
    .addOption(engine('--from', t.fromOption))
    .addOption(engine('--to', t.toOption))
    .addOption(json())
    .action(async (options) => finish(await copyStores(terminal, options)));

  return [machines, accounts, mails, help, store, examination].reduce(
    (program, command) => program.addCommand(command),
    dressed(new Command('npm run staff --').description(t.program), terminal),
  );
};
