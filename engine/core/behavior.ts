import type { TaskOpened } from './events';
import type { Actor, Input } from './inputs';
import type { Json, JsonObject } from './json';
import type { Executable, ExecutableNode, Expression } from './model';
import type { IncidentCode, InstanceState } from './state';
import type { Rejection } from './transition-types';

/** What every behaviour may read. */
export interface Facts {
  readonly executable: Executable;
  readonly node: ExecutableNode;
  readonly state: InstanceState;
  readonly key: number;
  /** The command's time, RFC 3339 UTC. */
  readonly now: string;
  readonly actor: Actor;
}

/**
 * What a behaviour may do. Evaluations that need an answer from outside, or fail, abandon the running phase: what
 * it did so far is discarded, so a behaviour reads as if every answer were at hand.
 */
export interface Step extends Facts {
  variables(): JsonObject;
  /** `what` names the use in an incident: "The assignee". */
  evaluate(expression: Expression, what: string): Json;
  /** Asks for all missing answers at once. */
  evaluateAll(expressions: readonly Expression[], what: string): Json[];
  /** Like `evaluate`; anything but true or false is an incident naming the missing variable. */
  evaluateCondition(expression: Expression, what: string): boolean;
  /** The first outgoing flow that holds, else the default one; the rule of the exclusive gateway. */
  routeFirst(): readonly string[];
  /** The element has done its part; the result is propagated as Zeebe does it, then the token moves on. */
  complete(result?: JsonObject): void;
  createWork(work: { workType: string; retries: number; payload: Json }): void;
  openTask(task: TaskOpened): void;
  skipTask(because: string): void;
  /** `dueAt`: RFC 3339 UTC, milliseconds. `data` is kept with the activation. */
  setTimer(dueAt: string, data?: Json): void;
  /** Activates the start nodes inside this scope; it completes when they have all ended. */
  activateChildren(): void;
  /** Ends everything else in the containing scope. */
  terminateScope(): void;
  /** Completes this element and hands an error to the nearest boundary event that catches it. */
  throwError(errorCode: string, message: string): void;
  /** Abandons the phase. */
  raiseIncident(code: IncidentCode, message: string): never;
}

export type CompleteTask = Extract<Input, { type: 'complete-task' }>;

/** The human side of an element. */
export interface TaskBehavior<C> {
  /** Why this person may not decide; null when they may. Asked on claiming, delegating and completing. */
  refuse?(facts: Facts, config: C, personId: string): Rejection | null;
  /** The variables that a completion writes, or why it is refused. */
  complete(facts: Facts, config: C, input: CompleteTask): Rejection | { ok: true; variables: JsonObject };
}

/** One kind of element. Pure: what it does depends on its arguments only. */
export interface Behavior<C = unknown> {
  /** One activation consumes one arrival from each incoming flow. */
  readonly joins?: true;
  /** A token has arrived. */
  activate(step: Step, config: C): void;
  /** The outgoing flows to take, in order; the rule of activities when absent. */
  route?(step: Step, config: C): readonly string[];
  readonly task?: TaskBehavior<C>;
  /** Whether a boundary event listens on its own, with a subscription. */
  attaches?(config: C): boolean;
  /** Starts to listen. */
  attach?(step: Step, config: C): void;
  /** After it fired without interrupting: when it fires next, null when never. */
  recur?(facts: Facts, config: C, dueAt: string): { dueAt: string; data: Json } | null;
  /** Whether a boundary event catches an error, by its code or because it catches all. */
  catches?(config: C, errorCode: string): 'code' | 'all' | null;
  /** Variables that a catching event writes. */
  caught?(config: C, error: { errorCode: string; message: string }): JsonObject;
}

/** Behaviours by kind. */
export type Behaviors = Readonly<Record<string, Behavior>>;
