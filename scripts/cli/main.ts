import { CliError, EXIT, type Surroundings } from './command';
import { COMMANDS } from './commands';

/** Runs a command line; returns the exit code. */
export async function run(args: string[], surroundings: Surroundings): Promise<number> {
  const [name = 'help', ...rest] = args;
  const wantsHelp = rest.includes('--help') || rest.includes('-h');
  if (['help', '--help', '-h'].includes(name)) return help(rest[0], surroundings);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    surroundings.error(`There is no command “${name}”.\n\n${overview()}`);
    return EXIT.failed;
  }
  if (wantsHelp) return help(name, surroundings);
  try {
    return await command.run(rest, surroundings);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    surroundings.error(error.message);
    return error.exit;
  }
}

function help(name: string | undefined, { out }: Surroundings): number {
  const command = name && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  out(command?.help ?? overview());
  return EXIT.done;
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const commands = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return `countersign <command>\n\n${commands.join('\n')}\n\nCOUNTERSIGN_URL and COUNTERSIGN_TOKEN say which server and who. countersign help <command> says more.`;
}
