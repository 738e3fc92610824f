import type { FeelContext, Json } from '@/engine/compile/feel';
import type { DmnModel, TypedName } from './model';

/** What is wrong with a decision model or its data, and where. */
export interface DmnProblem {
  /** The name of the decision or knowledge model. */
  readonly decision: string;
  /** The id of the table. */
  readonly table?: string;
  /** The rule of the table, from 1. */
  readonly rule?: number;
  /** The column of the table, or the entry of the context. */
  readonly column?: string;
  readonly message: string;
}

/** Which rules of a table matched, for the audit trail; in the order in which tables were evaluated. */
export interface TableTrace {
  readonly decision: string;
  readonly table?: string;
  readonly matched: readonly {
    /** From 1. */
    readonly rule: number;
    readonly id?: string;
    readonly annotations?: readonly string[];
  }[];
}

interface Told {
  /** What each decision on the way decided, by name. */
  readonly decisions: Readonly<Record<string, Json>>;
  readonly tables: readonly TableTrace[];
  /** Input data that was asked for and does not exist; it counts as null. */
  readonly missing: readonly string[];
}

/** The answer of a decision; when it failed, with what had been decided until then. */
export type DecisionResult =
  | ({ readonly ok: true; readonly value: Json } & Told)
  | ({ readonly ok: false; readonly problems: readonly DmnProblem[] } & Told);

/** A decision that is ready to be evaluated. */
export interface CompiledDecision {
  readonly id: string;
  readonly name: string;
  /**
   * The process variables it can read: the input data it requires, directly or through other decisions, and names
   * that the model does not declare, as in Camunda's models.
   */
  readonly inputs: readonly TypedName[];
  /** Those of them that no element declares and that are read for certain. */
  readonly undeclared: readonly string[];
  /** Whether its work is bounded by its own size and its data's, so that it may run inside a transition. */
  readonly bounded: boolean;
  /** Why it is not bounded. */
  readonly because?: string;
  /** What a thread needs to evaluate it: the models and the element's key. */
  readonly models: readonly DmnModel[];
  readonly key: string;
  /**
   * Evaluates it here and now. A decision that is not bounded can take for ever: leave models of strangers to
   * `evaluateDecision`, which runs them in a thread that can be killed.
   */
  evaluate(context: FeelContext): DecisionResult;
}

export type DecisionCompilation =
  | { readonly ok: true; readonly decision: CompiledDecision }
  | { readonly ok: false; readonly problems: readonly DmnProblem[] };
