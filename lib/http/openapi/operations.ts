import 'server-only';
import { audit } from './audit';
import { comments } from './comments';
import { connections } from './connections';
import { decisions } from './decisions';
import { instances } from './instances';
import { messages } from './messages';
import { operating } from './operating';
import type { Operation } from './operation';
import { presence } from './presence';
import { processes } from './processes';
import { publishing } from './publishing';
import { scenarios } from './scenarios';
import { settings } from './settings';
import { tasks } from './tasks';
import { templates } from './templates';
import { work } from './work';

export type { Operation } from './operation';

/** Every documented call; a test compares it with the routes that exist. */
export const operations: readonly Operation[] = [
  ...processes,
  ...presence,
  ...comments,
  ...publishing,
  ...scenarios,
  ...templates,
  ...decisions,
  ...instances,
  ...messages,
  ...tasks,
  ...work,
  ...operating,
  ...audit,
  ...settings,
  ...connections,
];
