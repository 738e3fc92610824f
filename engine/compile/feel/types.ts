/** A value that survives JSON.stringify and JSON.parse unchanged: what process variables are made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The data an expression sees. `now` is RFC 3339; `now()` and `today()` answer it in UTC. */
export type FeelContext = {
  readonly variables: { readonly [name: string]: Json };
  readonly now: string;
};

/**
 * Why an evaluation gave no value.
 * - `syntax`: the source is not FEEL.
 * - `missing-variable`: a condition is not true or false because a variable it reads does not exist.
 * - `type`: the result cannot be stored (a function, a range, a number that is not finite) or is not boolean
 *   where a condition is needed.
 * - `limit`: a size cap was exceeded.
 * - `timeout`: the evaluation was stopped after its time limit.
 * - `evaluation`: the evaluation itself failed.
 */
export type FeelErrorCode = 'syntax' | 'missing-variable' | 'type' | 'limit' | 'timeout' | 'evaluation';

export type FeelSuccess = {
  readonly ok: true;
  readonly value: Json;
  /** Variables and paths that were read and do not exist (FEEL gives null for them), in reading order. */
  readonly missing: readonly string[];
};

export type FeelFailure = {
  readonly ok: false;
  readonly code: FeelErrorCode;
  /** One sentence for the person who repairs the process. */
  readonly message: string;
  /** The first variable involved, when one is to blame. */
  readonly variable?: string;
  readonly missing: readonly string[];
};

/** The answer of every evaluation, bounded or not. */
export type FeelResult = FeelSuccess | FeelFailure;

/** `expression` gives any value; `unaryTests` is the cell syntax of decision tables, true or false for `?`. */
export type FeelKind = 'expression' | 'unaryTests';

/** Names known beside the built-in functions: lets names with spaces or dashes be read as one name. */
export type FeelOptions = { readonly kind?: FeelKind; readonly names?: readonly string[] };

export type Classification =
  | { readonly kind: 'bounded' }
  | { readonly kind: 'unbounded'; readonly because: string };

/** A bounded expression, ready to run inside a transition. Pure: equal contexts give equal results. */
export type CompiledExpression = {
  readonly source: string;
  /** Root names it reads that it does not define itself, without built-in functions, each once. */
  readonly variables: readonly string[];
  evaluate(context: FeelContext): FeelResult;
};

/** A problem in the source text; `from` and `to` are UTF-16 offsets, `to` exclusive. */
export type FeelSyntaxError = {
  readonly ok: false;
  readonly message: string;
  readonly from: number;
  readonly to: number;
};
