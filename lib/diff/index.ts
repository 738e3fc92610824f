/** Comparing two process documents by what they mean. Pure; runs in a browser. */
export { diffDocuments } from './diff';
export { isSame, marksOf, onlyMoved } from './summary';
export type { Difference, DocumentDiff, Group, Mark, PropertyChange } from './types';
