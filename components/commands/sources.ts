/** One line of the command palette. */
export interface Command {
  id: string;
  label: string;
  /** At the right: a kind, a state. */
  hint?: string;
  /** Keys that do the same, in words. */
  shortcut?: string;
  /** Found by these as well. */
  keywords?: readonly string[];
  run(): void;
}

export interface CommandGroup {
  heading: string;
  commands: readonly Command[];
}

type Source = () => CommandGroup[];

const sources = new Set<Source>();

/**
 * Adds a page's own commands to the palette, asked for when it opens; answers how to take them away. A page's come
 * before those of the whole app.
 */
export function provideCommands(source: Source): () => void {
  sources.add(source);
  return () => sources.delete(source);
}

/** What the page that is open can do. */
export const pageCommands = (): CommandGroup[] => [...sources].flatMap((source) => source());
