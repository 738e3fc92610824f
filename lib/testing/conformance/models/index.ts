import { ACTIVITIES } from './activities';
import { COMPENSATION } from './compensation';
import { EVENTS } from './events';
import { GATEWAYS } from './gateways';
import type { Model } from './model';
import { PATTERNS } from './patterns';
import { REACTIONS } from './reactions';

export { expected, type Model, run } from './model';

/** Small models of every construct that executes, with what the standard says they do. */
export const MODELS: readonly Model[] = [
  ...ACTIVITIES,
  ...EVENTS,
  ...COMPENSATION,
  ...GATEWAYS,
  ...PATTERNS,
  ...REACTIONS,
];
