/**
 * FEEL for the engine: reading, classifying and running expressions, in the browser and on a server.
 * Bounded expressions run inside a transition; the rest is `evaluate` work of a killable thread.
 */
export { type Analysis, analyse } from './analyse';
export { classify } from './classify';
export { compileBounded } from './compile';
export { type ConditionResult, evaluateCondition } from './condition';
export { freeVariables } from './free-variables';
export { FUNCTION_NAMES, isBuiltinName } from './function-names.mjs';
export { guardedRun } from './guard.mjs';
export { FEEL_LIMITS } from './limits';
export { parseFeel } from './parse';
export { oversize as feelExcess } from './presize';
export type {
  Classification,
  CompiledExpression,
  FeelContext,
  FeelErrorCode,
  FeelFailure,
  FeelKind,
  FeelOptions,
  FeelResult,
  FeelSuccess,
  FeelSyntaxError,
  Json,
} from './types';
