import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CliError } from './command';

/** Options and file names of a command line. @throws CliError on an option that doesn't exist or lacks its value */
export function options<const T extends NonNullable<ParseArgsConfig['options']>>(args: string[], config: T) {
  try {
    return parseArgs({ args, options: config, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CliError(
      (error as Error).message.split('. To specify')[0] ?? 'These options are not understood.',
    );
  }
}
