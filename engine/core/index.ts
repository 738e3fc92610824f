/** The pure core: one transition at a time, in the browser and on a server. */
export type { Behavior, Behaviors, CompleteTask, Facts, Step, TaskBehavior } from './behavior';
export type { Effect } from './effects';
export { effectsOf, netEffects } from './effects-of';
export { InvariantError } from './errors';
export type { EngineEvent, EventData, EventType, TaskOpened } from './events';
export { EVENT_TYPES, evolve, fold } from './evolve';
export {
  type ActivityView,
  EMPTY_HISTORY,
  foldHistory,
  type InstanceHistory,
  type Recorded,
  type StatusCounts,
  type TimelineEntry,
} from './history';
export type { Actor, Command, Input, LeaseInfo } from './inputs';
export type { EvaluationResult, Json, JsonObject } from './json';
export { LIFECYCLE } from './lifecycle';
export type { Executable, ExecutableFlow, ExecutableNode, Expression, Mapping } from './model';
export { FEEL_WORK } from './phases';
export { STEP_LIMIT } from './settle';
export type * from './state';
export { transition } from './transition';
export type { Rejection, RejectionCode, Transition } from './transition-types';
export { oversize, VARIABLES_LIMIT } from './variables';
export { visibleVariables } from './visible-variables';
