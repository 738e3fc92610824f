import type { CallStarted, TaskOpened } from './events';
import type { Actor, Input } from './inputs';
import type { Json, JsonObject } from './json';
import type { Executable, ExecutableNode, Expression } from './model';
import type { IncidentCode, InstanceState, Signature } from './state';
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
  /** Every flow whose condition holds and every one without, else the default one; the rule of inclusive gateways. */
  routeAll(): readonly string[];
  /** The element has done its part; the result is propagated as Zeebe does it, then the token moves on. */
  complete(result?: JsonObject): void;
  createWork(work: { workType: string; retries: number; payload: Json }): void;
  /** Listeners for its creation are heard first; then the phase runs again, with what they gave. */
  openTask(task: TaskOpened): void;
  skipTask(because: string): void;
  /** `dueAt`: RFC 3339 UTC, milliseconds. `data` is kept with the activation. */
  setTimer(dueAt: string, data?: Json): void;
  /** Activates nodes inside this scope, its start nodes when none are named; it completes when all have ended. */
  activateChildren(only?: readonly string[]): void;
  /** Waits for what the node's triggers say. */
  listen(): void;
  /** Waits for the first of the events that follow (BPMN 2.0.2, 13.4, Event-Based Gateway). */
  listenForNext(): void;
  /** Throws what the node throws, in order, and completes when it was no error, cancel or waiting compensation. */
  throwEvents(): void;
  /** Keeps small data with the activation. */
  note(data: Json): void;
  /** Runs another instance on this activation's behalf. */
  call(called: Omit<CallStarted, 'attempt'>): void;
  /** Abandons the phase. */
  raiseIncident(code: IncidentCode, message: string): never;
}

export type CompleteTask = Extract<Input, { type: 'complete-task' }>;

/** What a decision leads to. */
export type Completion =
  | { ok: true; variables: JsonObject; signature?: Signature }
  /**
   * Several people decide: this is one vote, with the values that are kept of it. `came` is what all votes came to with
   * it; absent while others are waited for.
   */
  | {
      ok: true;
      vote: JsonObject;
      came?: { outcome: string; variables: JsonObject };
      signature?: Signature;
    };

/** The human side of an element. */
export interface TaskBehavior<C> {
  /** Why this person may not decide; null when they may. Asked on claiming, delegating and completing. */
  refuse?(facts: Facts, config: C, personId: string): Rejection | null;
  /** When the next reminder is due after `reminded` of them; null when there is none. */
  remindAgain?(facts: Facts, config: C, reminded: number): string | null;
  /** The variables that a completion writes, that it is one of several decisions, or why it is refused. */
  complete(facts: Facts, config: C, input: CompleteTask): Rejection | Completion;
}

/** One kind of element. Pure: what it does depends on its arguments only. */
export interface Behavior<C = unknown> {
  /**
   * When several incoming tokens make one activation: one of each flow (`parallel`); all that can still come
   * (`inclusive`); when its activation condition says so (`complex`, whose config is a {@link ComplexJoin}).
   */
  readonly joins?: 'parallel' | 'inclusive' | 'complex';
  /** A token has arrived. */
  activate(step: Step, config: C): void;
  /** The outgoing flows to take, in order; the rule of activities when absent. */
  route?(step: Step, config: C): readonly string[];
  readonly task?: TaskBehavior<C>;
  /**
   * Decides whether a scope is done when something inside it ended; the rule of scopes when absent. `living` are the
   * elements still active in it, its event sub-processes left out.
   */
  childCompleted?(step: Step, config: C, living: readonly string[]): ScopeVerdict;
  /** Whether an event-based gateway waits for all of its events instead of the first. */
  awaitsAll?(config: C): boolean;
  /** Which activities inside a scope may be activated by request, and no others; absent: none. */
  offers?(facts: Facts, config: C): readonly string[] | undefined;
  /** Which of the activities that were requested begin now, and which the scope keeps for later; all begin when absent. */
  requested?(
    step: Step,
    config: C,
    elementIds: readonly string[],
    living: readonly string[],
  ): readonly string[];
  /** An event sub-process has ended everything else in a scope. */
  interrupted?(step: Step, config: C): void;
  /** What an activity inside a scope adds to a list when it ends; absent or undefined: nothing is gathered. */
  gathers?(config: C): Gathering | undefined;
  /** What an answered call yields. */
  returned?(facts: Facts, config: C, variables: JsonObject): JsonObject;
}

/**
 * `next`: activate these and go on; `done`: end the scope, with whatever is left inside it. Event sub-processes that run
 * in it are waited for unless it `cancels`.
 */
export type ScopeVerdict =
  | { is: 'go-on' }
  | { is: 'next'; elementIds: readonly string[] }
  | { is: 'done'; cancels?: true };

/** A list in a scope and what each ended path inside it adds (Zeebe's `adHoc`). */
export interface Gathering {
  collection: string;
  /** Evaluated where the path ended; absent: null is added. */
  element?: Expression;
}

/** The configuration of a complex gateway that joins (BPMN 2.0.2, 13.4.5). */
export interface ComplexJoin {
  /** Over `activationCount` and the visible variables; absent: it joins like an inclusive gateway. */
  activationCondition?: Expression;
}

/** Behaviours by kind. */
export type Behaviors = Readonly<Record<string, Behavior>>;
