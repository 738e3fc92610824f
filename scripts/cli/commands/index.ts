import type { Command } from '../command';
import { lint } from './lint';
import { publish } from './publish';
import { pull } from './pull';
import { test } from './test';

/** Every command by its name. */
export const COMMANDS: Readonly<Record<string, Command>> = { pull, lint, test, publish };
