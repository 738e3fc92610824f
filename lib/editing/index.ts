/** Editing a process document: pure operations, the rules they ask, and undo. Runs in a browser. */
export { dockOf, endsOf, isConnection, routeBetween } from './di';
export { isAutoRouted } from './follow';
export * from './geometry';
export * from './history';
export { KINDS, type KindGroup, kindById, type Placeable } from './kinds';
export { addNode, type Spot } from './operations/add-node';
export { append, freePlace } from './operations/append';
export { addBoundary, attachBoundary, detach } from './operations/attach';
export {
  CLIP_TYPE,
  type Clip,
  clipFromText,
  clipToText,
  copy,
  duplicate,
  paste,
} from './operations/clipboard';
export { connect, reconnect } from './operations/connect';
export { drop, dropTargetOf, place, placeTarget } from './operations/drop';
export { addOnFlow, dropOnFlow } from './operations/drop-on-flow';
export { labelOf, setLabel } from './operations/label';
export { arrange } from './operations/layout';
export { canMorph, familyOf, lossesOf, morph } from './operations/morph';
export { move, nudge, withDependents } from './operations/move';
export { remove } from './operations/remove';
export { resize } from './operations/resize';
export { renameId, updateElement } from './operations/update';
export { moveLabel, resetRoute, setWaypoints } from './operations/waypoints';
export { isExpanded } from './place';
export { borderPoint, isOrthogonal, route, simplify } from './router';
export {
  canAppend,
  canAttach,
  canContain,
  canDropOnFlow,
  canResize,
  connectionBetween,
  label,
  mayEnd,
  mayStart,
} from './rules';
export type { DropTarget } from './target';
export * from './traits';
export * from './types';
