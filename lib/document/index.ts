/**
 * The process document: its type and everything that reads it. Pure; runs in a browser. Whether something that arrived
 * is one is asked in `validate`, whose schemas no page that draws has to load.
 */
export * from './change';
export { changedEntries, differInDrawingOnly } from './changed';
export * from './colours';
export * from './diagram';
export * from './extensions';
export * from './foreign';
export * from './hash';
export * from './new';
export { walk } from './order';
export * from './selectors';
export * from './types';
export * from './view';
export { edgeView } from './view-edge';
export { symbolOf } from './view-symbol';
export type * from './view-types';
