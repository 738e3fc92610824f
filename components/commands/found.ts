import { rank } from '@/components/canvas/edit/rank';
import type { Command, CommandGroup } from './sources';

/** So many lines of a group are shown; typing narrows them. */
const MOST = 8;

/** The groups with what fits the typed text, the best first; groups without anything are left out. */
export function found(groups: readonly CommandGroup[], typed: string): CommandGroup[] {
  return groups
    .map(({ heading, commands }) => ({ heading, commands: best(commands, typed).slice(0, MOST) }))
    .filter(({ commands }) => commands.length > 0);
}

function best(commands: readonly Command[], typed: string): readonly Command[] {
  if (!typed.trim()) return commands;
  return commands
    .map((command) => ({ command, score: rank(command.label, typed, command.keywords) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ command }) => command);
}
