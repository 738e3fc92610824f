import {
  boundsOf,
  type DiagramEdge,
  type DiagramNode,
  type DiagramView,
  type SymbolSpec,
} from '@/components/bpmn';

const task = (bpmnType: string, more: Partial<SymbolSpec> = {}): SymbolSpec => ({
  shape: 'task',
  bpmnType,
  width: 100,
  height: 80,
  ...more,
});
const event = (position: SymbolSpec['position'], trigger: SymbolSpec['trigger']): SymbolSpec => ({
  shape: 'event',
  bpmnType: 'bpmn:Event',
  position,
  trigger,
  width: 36,
  height: 36,
});
const exclusive: SymbolSpec = { shape: 'gateway', bpmnType: 'bpmn:ExclusiveGateway', width: 50, height: 50 };
const remind: SymbolSpec = { ...event('boundary', 'timer'), interrupting: false };
const lane = (height: number): SymbolSpec => ({ shape: 'lane', bpmnType: 'bpmn:Lane', width: 872, height });

const NODES: readonly DiagramNode[] = [
  {
    id: 'pool',
    x: 0,
    y: 0,
    label: 'Accounts payable',
    spec: { shape: 'pool', bpmnType: 'bpmn:Participant', width: 900, height: 330 },
  },
  { id: 'automatic', x: 28, y: 0, label: 'Automatic', spec: lane(160) },
  { id: 'finance', x: 28, y: 160, label: 'Finance', spec: lane(170) },
  {
    id: 'received',
    x: 90,
    y: 62,
    label: 'Invoice received',
    spec: event('start', 'message'),
    state: 'completed',
  },
  {
    id: 'extract',
    x: 176,
    y: 40,
    label: 'Extract invoice fields',
    spec: task('bpmn:ServiceTask', { ai: true }),
    state: 'completed',
  },
  { id: 'sure', x: 330, y: 55, label: 'Confidence ≥ 0.90?', spec: exclusive, state: 'completed' },
  { id: 'merge', x: 560, y: 55, spec: exclusive, state: 'notReached' },
  { id: 'post', x: 660, y: 40, label: 'Post to ERP', spec: task('bpmn:ServiceTask'), state: 'notReached' },
  { id: 'posted', x: 814, y: 62, label: 'Invoice posted', spec: event('end', 'none'), state: 'notReached' },
  {
    id: 'review',
    x: 305,
    y: 200,
    label: 'Review and approve invoice',
    spec: task('bpmn:UserTask', { approval: true }),
    state: 'waiting',
    waitReason: 'person',
  },
  {
    id: 'remind',
    x: 368,
    y: 262,
    label: 'After 4 working hours',
    spec: remind,
    state: 'waiting',
    waitReason: 'timer',
    labelBounds: { x: 410, y: 288, width: 130, height: 14 },
  },
];

const flow = (
  id: string,
  ends: [string, string],
  points: [number, number][],
  more: Partial<DiagramEdge> = {},
): DiagramEdge => ({
  id,
  kind: 'sequence',
  sourceId: ends[0],
  targetId: ends[1],
  waypoints: points.map(([x, y]) => ({ x, y })),
  ...more,
});

const EDGES: readonly DiagramEdge[] = [
  flow(
    'f1',
    ['received', 'extract'],
    [
      [126, 80],
      [176, 80],
    ],
    { taken: true },
  ),
  flow(
    'f2',
    ['extract', 'sure'],
    [
      [276, 80],
      [330, 80],
    ],
    { taken: true },
  ),
  flow(
    'f3',
    ['sure', 'merge'],
    [
      [380, 80],
      [560, 80],
    ],
    { taken: false, label: 'yes' },
  ),
  flow(
    'f4',
    ['sure', 'review'],
    [
      [355, 105],
      [355, 200],
    ],
    { taken: true, default: true, label: 'no, or unsure' },
  ),
  flow(
    'f5',
    ['review', 'merge'],
    [
      [405, 240],
      [585, 240],
      [585, 105],
    ],
    { taken: false, label: 'approved' },
  ),
  flow(
    'f6',
    ['merge', 'post'],
    [
      [610, 80],
      [660, 80],
    ],
    { taken: false },
  ),
  flow(
    'f7',
    ['post', 'posted'],
    [
      [760, 80],
      [814, 80],
    ],
    { taken: false },
  ),
];

/** An instance of a small invoice process that waits for a person. */
export const EXAMPLE: DiagramView = { nodes: NODES, edges: EDGES, bounds: boundsOf(NODES, EDGES) };
