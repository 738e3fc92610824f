export { boundsOf, relativeLabelBounds, union } from './bounds';
export { describeElement, kindName, stateName } from './describe';
export { FlowEdge, type FlowEdgeProps } from './edge';
export { edgeLabelLayout } from './edge-label-layout';
export { roundedPath } from './edge-path';
export { ElementSymbol, type ElementSymbolProps } from './element-symbol';
export { svgFile } from './export/svg-file';
export {
  BAND,
  RING,
  ringLines,
  ringOffset,
  SIZE,
  STATE_TOKEN,
  selectionOffset,
  strokeOf,
  TASK_RADIUS,
} from './geometry';
export { BPMN_ICON_NAMES, BpmnIcon, type BpmnIconName } from './icons';
export { hasOutsideLabel, labelLayout } from './label-layout';
export { neighbourhood } from './neighbourhood';
export { StaticDiagram, type StaticDiagramProps } from './static-diagram';
export { balanceLabel, textWidth, wrapLabel } from './text';
export type * from './types';
