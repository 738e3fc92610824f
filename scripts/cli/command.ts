/** What a command sees of the world. */
export interface Surroundings {
  /** The folder that paths are relative to. */
  cwd: string;
  env: Record<string, string | undefined>;
  /** Writes a line for people and programs that read the result. */
  out: (text: string) => void;
  /** Writes a line for people only. */
  error: (text: string) => void;
}

/** Done; problems were found or the server refused; wrong usage, or no server. */
export const EXIT = { done: 0, problems: 1, failed: 2 } as const;

/** One command: a file in `commands/` and an entry in `commands/index.ts`. */
export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** What may follow the name, and what it does, for `countersign help <name>`. */
  help: string;
  /** @returns the exit code. @throws CliError for what the person can do something about */
  run: (args: string[], surroundings: Surroundings) => Promise<number>;
}

/** Ends a command with a sentence instead of a stack trace. */
export class CliError extends Error {
  constructor(
    message: string,
    readonly exit: number = EXIT.failed,
  ) {
    super(message);
  }
}
