import {
  boundsOf,
  type DiagramEdge,
  type DiagramNode,
  type DiagramView,
  type SymbolSpec,
} from '@/components/bpmn';

const event = (position: 'start' | 'end'): SymbolSpec => ({
  shape: 'event',
  bpmnType: position === 'start' ? 'bpmn:StartEvent' : 'bpmn:EndEvent',
  position,
  trigger: 'none',
  width: 36,
  height: 36,
});
const task = (bpmnType: string, more: Partial<SymbolSpec> = {}): SymbolSpec => ({
  shape: 'task',
  bpmnType,
  width: 100,
  height: 80,
  ...more,
});
const gateway: SymbolSpec = { shape: 'gateway', bpmnType: 'bpmn:ExclusiveGateway', width: 50, height: 50 };

const NODES: readonly DiagramNode[] = [
  { id: 'arrives', x: 0, y: 62, label: 'Request arrives', spec: event('start') },
  { id: 'read', x: 76, y: 40, label: 'AI reads it', spec: task('bpmn:ServiceTask', { ai: true }) },
  { id: 'sure', x: 216, y: 55, label: 'Sure enough?', spec: gateway },
  { id: 'act', x: 316, y: 40, label: 'Carry it out', spec: task('bpmn:ServiceTask') },
  { id: 'done', x: 458, y: 62, label: 'Done', spec: event('end') },
  {
    id: 'decide',
    x: 191,
    y: 150,
    label: 'A person decides',
    spec: task('bpmn:UserTask', { approval: true }),
  },
];

const flow = (sourceId: string, targetId: string, points: string, label?: string): DiagramEdge => ({
  id: `${sourceId}-${targetId}`,
  kind: 'sequence',
  sourceId,
  targetId,
  waypoints: points.split(' ').map((point) => {
    const [x = 0, y = 0] = point.split(',').map(Number);
    return { x, y };
  }),
  ...(label && { label }),
});

const EDGES: readonly DiagramEdge[] = [
  flow('arrives', 'read', '36,80 76,80'),
  flow('read', 'sure', '176,80 216,80'),
  flow('sure', 'act', '266,80 316,80', 'yes'),
  flow('sure', 'decide', '241,105 241,150', 'no'),
  flow('act', 'done', '416,80 458,80'),
  flow('decide', 'act', '291,190 366,190 366,120', 'approved'),
];

/** A process as people begin it: a sketch of the shape that all samples share. Not a process of this server. */
export const SKETCH: DiagramView = { nodes: NODES, edges: EDGES, bounds: boundsOf(NODES, EDGES) };
