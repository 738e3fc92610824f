/** Decisions of DMN 1.1 to 1.5 for business rule tasks: reading, compiling, evaluating. Safe in a browser. */
export { compileDecision } from './compile';
export { describeDmnProblem } from './describe';
export { DMN_LIMITS } from './limits';
export type * from './model';
export { type DmnReading, readDmn } from './read';
export type { CompiledDecision, DecisionCompilation, DecisionResult, DmnProblem, TableTrace } from './types';
