import type { EvaluationResult, Json, JsonObject } from './json';

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
  interrupting?: boolean;
  /** Nodes of a scope that start when it does (no incoming flow, or its none start event). */
  startNodes?: readonly string[];
  inputs?: readonly Mapping[];
  /** When any output mapping exists nothing else is propagated (Zeebe's rule). */
  outputs?: readonly Mapping[];
  config: unknown;
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
}
