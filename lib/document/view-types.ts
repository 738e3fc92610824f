/**
 * The neutral view model of a BPMN diagram: what has to be drawn, and nothing else. No React, no React Flow,
 * no document: the canvas, thumbnails, the audit drawer and SVG export all project to these types.
 * Coordinates and sizes are diagram pixels (BPMN DI units) with y downwards.
 */
import type { GivenColours } from './colours';
import type { Bounds, Point } from './diagram';

export type { Bounds, Point };

/** The family an element is drawn as; the exact kind is in `SymbolSpec.bpmnType`. */
export type SymbolShape =
  | 'task'
  | 'event'
  | 'gateway'
  | 'subprocess'
  | 'callActivity'
  | 'dataObject'
  | 'dataStore'
  | 'annotation'
  | 'group'
  | 'pool'
  | 'lane'
  /** Anything known to the document but without a symbol of its own: drawn as a dashed box with its name. */
  | 'other';

/** Where an event stands (BPMN 2.0 §10.5.1). `catch` and `throw` are the intermediate events in normal flow. */
export type EventPosition = 'start' | 'catch' | 'throw' | 'boundary' | 'end';

/** The event definition; `multiple` and `parallelMultiple` stand for several definitions. */
export type EventTrigger =
  | 'none'
  | 'message'
  | 'timer'
  | 'error'
  | 'escalation'
  | 'cancel'
  | 'compensation'
  | 'conditional'
  | 'link'
  | 'signal'
  | 'terminate'
  | 'multiple'
  | 'parallelMultiple';

/** Markers at the foot of an activity, on a data object, or the variant of an event-based gateway. */
export type SymbolMarker =
  | 'loop'
  | 'miParallel'
  | 'miSequential'
  | 'compensation'
  | 'adHoc'
  | 'collection'
  | 'input'
  | 'output'
  /** Receive task or event-based gateway with `instantiate="true"`. */
  | 'instantiate'
  /** Event-based gateway with `eventGatewayType="Parallel"` and `instantiate="true"`. */
  | 'parallelInstantiate';

/** All that decides how one element looks, apart from its run state. */
export interface SymbolSpec {
  shape: SymbolShape;
  /** The metamodel type with prefix, e.g. `bpmn:UserTask`. For a call activity of a global task: that task's type in `calledType`. */
  bpmnType: string;
  width: number;
  height: number;
  label?: string;
  /** Events. Defaults to `start`. */
  position?: EventPosition;
  /** Events, and the start trigger shown on a collapsed event sub-process. Defaults to `none`. */
  trigger?: EventTrigger;
  /** `false` draws dashed rings: start events of event sub-processes, boundary events. Defaults to `true`. */
  interrupting?: boolean;
  markers?: readonly SymbolMarker[];
  /** A service task carrying an AI call: violet sparkle and “AI”. */
  ai?: boolean;
  /** A user task carrying an approval: stamp at the bottom centre. */
  approval?: boolean;
  /** Sub-process, call activity, pool. A pool with `false` is a black box. Defaults to `false` for activities, `true` for pools. */
  expanded?: boolean;
  /** `false`: an exclusive gateway whose file hides its X (`isMarkerVisible`). Defaults to `true`. */
  marked?: boolean;
  /** Event sub-process (`triggeredByEvent`): dotted border. */
  triggeredByEvent?: boolean;
  /** Call activity: `bpmn:GlobalUserTask` and so on puts that task's marker in the corner. */
  calledType?: string;
  /** Pools and lanes. Defaults to `true`. */
  horizontal?: boolean;
  /** Colours of the file, where it has other than white and black. */
  colours?: GivenColours;
}

/** What an element is doing in an instance; drawn as ring, tint and badge, never by changing the BPMN stroke. */
export type ElementState =
  | 'notReached'
  | 'active'
  | 'waiting'
  | 'completed'
  | 'incident'
  | 'cancelled'
  | 'compensated';

/** What a waiting element waits for; decides the badge. */
export type WaitReason = 'person' | 'timer' | 'message' | 'work';

/** How an element differs between two versions. */
export type DiffMark = 'added' | 'removed' | 'changed' | 'moved';

export interface DiagramNode {
  id: string;
  spec: SymbolSpec;
  x: number;
  y: number;
  /** Overrides `spec.label`. */
  label?: string;
  /** External labels (events, gateways, data). Absent: centred below the shape. */
  labelBounds?: Bounds;
  state?: ElementState;
  waitReason?: WaitReason;
  /** How often it was completed; printed in the badge when above 1. */
  count?: number;
  diff?: DiffMark;
  selected?: boolean;
}

export type EdgeKind = 'sequence' | 'message' | 'association' | 'data';

export interface DiagramEdge {
  id: string;
  /** From the border of the source to the border of the target; at least two points. */
  waypoints: readonly Point[];
  kind: EdgeKind;
  sourceId?: string;
  targetId?: string;
  label?: string;
  labelBounds?: Bounds;
  /** The default flow: slash near the source. */
  default?: boolean;
  /** A conditional flow out of an activity: diamond at the source. */
  conditional?: boolean;
  /** Associations: which ends carry an arrow head. Defaults to none, `data` to its target. */
  direction?: 'none' | 'one' | 'both';
  /** `true` bold, `false` faint (an instance that didn't go there), absent neutral (no instance). */
  taken?: boolean;
  diff?: DiffMark;
  /** Colours of the file, where it has other than black. */
  colours?: GivenColours;
}

/** One diagram or plane, ready to draw. */
export interface DiagramView {
  nodes: readonly DiagramNode[];
  edges: readonly DiagramEdge[];
  /** Everything that is drawn, labels included. */
  bounds: Bounds;
}
