/** Simulating a process with the engine's own core, and scenarios. Pure; runs in a browser. */
export { CHOICE_WORK, isChoice } from './behaviors';
export { type Branches, branchesOf } from './branches-of';
export { caseOf } from './case-of';
export { type CompiledDraft, compileDraft } from './compile-draft';
export {
  aiResult,
  configOf,
  defaultStep,
  formValues,
  outcomesOf,
  payloadOf,
  predictedFlows,
  sampleAiResult,
  sampleValues,
} from './defaults';
export { followConditions } from './follow';
export { nameOf, nextTimer, perform, waitingWords } from './perform';
export {
  type Difference,
  endsOf,
  processOf,
  runScenario,
  runScenarios,
  type ScenarioResult,
} from './run-scenario';
export { playSampleCase, type SampleCase } from './sample-case';
export { changedVariables, scenarioKey, scenarioOf } from './scenario-of';
export { begin, type Moved, type Session } from './session';
export * from './types';
export { type Waiting, type WaitingKind, waitingElements, waitingOf } from './waiting';
