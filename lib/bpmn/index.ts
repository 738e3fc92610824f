/** BPMN 2.0 XML: reading, writing and laying out. Pure; runs in a browser. */
export { exportBpmn } from './export';
export { type ImportSuccess, importBpmn } from './import';
export { LIMITS } from './limits';
export type { ImportFailure, ImportFailureCode, Problem } from './problems';
