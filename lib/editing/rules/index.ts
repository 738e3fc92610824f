/** The one place that decides what may stand where. Mouse, keyboard, paste and morph all ask here. */
export type { Allowed } from './allowed';
export { canAttach } from './attaching';
export { type ConnectionType, connectionBetween } from './connections';
export { canContain, canResize, leastSize } from './containing';
export {
  canAppend,
  canDropOnFlow,
  isCompensationEvent,
  mayEnd,
  mayFollowEventGateway,
  mayStart,
} from './flows';
export { label } from './label';
