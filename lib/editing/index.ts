/** Editing a process document: pure operations, the rules they ask, and undo. Runs in a browser. */
export { type Axis, crossOf } from './axis';
export { dockOf, endsOf, isConnection, routeBetween } from './di';
export { isAutoRouted } from './follow';
export * from './geometry';
export * from './history';
export { KINDS, type KindGroup, kindById, type Placeable } from './kinds';
export { allLanesOf, lanesIn, processOfLane } from './lanes';
export { addNode, type Spot } from './operations/add-node';
export { type Alignment, align, distribute } from './operations/align';
export { append, freePlace } from './operations/append';
export { appendAny, canAppendAny } from './operations/append-any';
export { addBoundary, attachBoundary, detach } from './operations/attach';
export { CLIP_TYPE, type Clip, clipFromText, clipToText } from './operations/clip';
export { clipToXml, looksLikeBpmn, pasteXml, type ReadXml, type WriteXml } from './operations/clip-xml';
export { duplicate, paste } from './operations/clipboard';
export { connect, reconnect } from './operations/connect';
export { copy } from './operations/copy';
export { drop, dropTargetOf, place, placeTarget } from './operations/drop';
export { addOnFlow, dropOnFlow } from './operations/drop-on-flow';
export { labelOf, setLabel } from './operations/label';
export { addLane, divideLane, laneOf, moveToLane } from './operations/lanes';
export { arrange, arrangeSelection, type Layout } from './operations/layout';
export {
  type Repetition,
  repetitionOf,
  setAdHoc,
  setForCompensation,
  setRepetition,
} from './operations/markers';
export { morph } from './operations/morph';
export { lossesOf } from './operations/morph-losses';
export { canMorph, familyOf } from './operations/morph-rules';
export { move, nudge, withDependents } from './operations/move';
export { isBlackBox, lossesOfBlackBox, toBlackBox, toOpenPool } from './operations/participants';
export { prepend } from './operations/prepend';
export { remove } from './operations/remove';
export { resize } from './operations/resize';
export { makeSpace, type Space } from './operations/space';
export {
  collapse,
  expand,
  hasContent,
  openPlane,
  planeTrail,
  toggleExpanded,
} from './operations/sub-process';
export { renameId, updateElement, updateElements } from './operations/update';
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
export { type Guide, onlyAlong, SNAP_TOLERANCE, snapMove } from './snapping';
export type { DropTarget } from './target';
export * from './traits';
export * from './types';
