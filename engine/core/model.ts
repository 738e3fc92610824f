import type { EvaluationResult, Json, JsonObject } from './json';
import type { Loop } from './loop-model';
import type { Throw, Trigger } from './triggers';

/** An expression as the compiler leaves it: constant, evaluated inside the transition, or answered from outside. */
export type Expression =
  | { mode: 'static'; source: string; value: Json }
  | {
      mode: 'bounded';
      source: string;
      evaluate(context: { variables: JsonObject; now: string }): EvaluationResult;
    }
  | { mode: 'unbounded'; source: string };

/** A sequence flow that can be taken. */
export interface ExecutableFlow {
  id: string;
  source: string;
  target: string;
  condition?: Expression;
}

/** A flow node that can be activated. `kind` names its behaviour; `config` is that behaviour's own compiled data. */
export interface ExecutableNode {
  id: string;
  name: string;
  kind: string;
  /** BPMN local name: `serviceTask`, `boundaryEvent`, … */
  elementType: string;
  /** The containing scope: the process or a sub-process. */
  scope: string;
  incoming: readonly string[];
  outgoing: readonly string[];
  defaultFlow?: string;
  /** Boundary events attached to this activity. */
  boundary: readonly string[];
  attachedTo?: string;
  /** Of boundary events and of event sub-processes. */
  interrupting?: boolean;
  /** What an event, a receive task or an event sub-process waits for. */
  triggers?: readonly Trigger[];
  /** All of `triggers` are needed, in any order. */
  parallelMultiple?: true;
  /** What an event throws, in order. */
  throws?: readonly Throw[];
  loop?: Loop;
  /** Tokens that one activation consumes; 1 when absent. */
  startQuantity?: number;
  /** Tokens put on each outgoing flow; 1 when absent. */
  completionQuantity?: number;
  /** The activity that undoes this one: `activity`, or an event sub-process inside it. */
  compensation?: { activity: string } | { eventSubProcess: string };
  /** Runs only to undo another activity. */
  isCompensation?: true;
  /** Event sub-processes of a scope. */
  eventSubProcesses?: readonly string[];
  /** Nodes of a scope that start when it does (no incoming flow, or its none start event). */
  startNodes?: readonly string[];
  inputs?: readonly Mapping[];
  /** When any output mapping exists nothing else is propagated (Zeebe's rule). */
  outputs?: readonly Mapping[];
  /** Work that is done before the element begins and after it has ended, and when something happens to its task. */
  listeners?: Readonly<Partial<Record<ListenerMoment, readonly ExecutionListener[]>>>;
  /** Variables that say in which state a data object is afterwards; unlike outputs they keep nothing back. */
  dataStates?: Readonly<JsonObject>;
  config: unknown;
}

/** `start`: after the input mappings; `end`: after the output mappings (Zeebe's execution listeners). */
export type ListenerMoment = 'start' | 'end' | TaskMoment;

/**
 * Zeebe's task listeners. `creating`: before people see the task; `assigning`: it begins with an assignee, is claimed,
 * released or delegated; `updating`: its variables are changed; `completing`: it is decided and has not ended yet.
 */
export type TaskMoment = 'creating' | 'assigning' | 'updating' | 'completing';

/** Work of others around an element, done in the order it is listed. */
export interface ExecutionListener {
  workType: Expression;
  /** Attempts of the work before an incident. */
  retries: number;
}

/** `target` is a dotted path of variable names. */
export interface Mapping {
  target: string;
  value: Expression;
}

/** One executable process of a published version. Immutable; cached by version id and process key. */
export interface Executable {
  versionId: string;
  /** The BPMN id of the process. */
  processKey: string;
  processName: string;
  checksum: string;
  nodes: Readonly<Record<string, ExecutableNode>>;
  flows: Readonly<Record<string, ExecutableFlow>>;
  /** Nodes that start with the process. */
  startNodes: readonly string[];
  /** Nodes that start an instance on a trigger of their own: start events, receive tasks, event-based gateways. */
  triggeredStarts?: readonly string[];
  /** Event sub-processes of the process itself. */
  eventSubProcesses?: readonly string[];
}
