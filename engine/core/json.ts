/** Variables and event data are JSON, nothing else. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** The answer of an expression; `missing` lists variables that were read and did not exist. */
export type EvaluationResult =
  | { ok: true; value: Json; missing: readonly string[] }
  | { ok: false; code: string; message: string; variable?: string };
