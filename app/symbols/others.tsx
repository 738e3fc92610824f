import { type DiagramEdge, FlowEdge, type SymbolSpec } from '@/components/bpmn';
import { Specimen } from './specimen';

const gateway = (bpmnType: string, more: Partial<SymbolSpec> = {}): SymbolSpec => ({
  shape: 'gateway',
  bpmnType: `bpmn:${bpmnType}`,
  width: 50,
  height: 50,
  ...more,
});
const data = (bpmnType: string, more: Partial<SymbolSpec> = {}): SymbolSpec => ({
  shape: 'dataObject',
  bpmnType: `bpmn:${bpmnType}`,
  width: 36,
  height: 50,
  ...more,
});

const SYMBOLS: readonly [string, SymbolSpec][] = [
  ['Exclusive', gateway('ExclusiveGateway')],
  ['Parallel', gateway('ParallelGateway')],
  ['Inclusive', gateway('InclusiveGateway')],
  ['Complex', gateway('ComplexGateway')],
  ['Event-based', gateway('EventBasedGateway')],
  ['Event-based, starts', gateway('EventBasedGateway', { markers: ['instantiate'] })],
  ['Parallel, starts', gateway('EventBasedGateway', { markers: ['parallelInstantiate'] })],
  ['Data object', data('DataObjectReference')],
  ['Collection', data('DataObjectReference', { markers: ['collection'] })],
  ['Input', data('DataInput')],
  ['Output', data('DataOutput')],
  ['Data store', { shape: 'dataStore', bpmnType: 'bpmn:DataStoreReference', width: 50, height: 50 }],
  [
    'Note',
    {
      shape: 'annotation',
      bpmnType: 'bpmn:TextAnnotation',
      width: 100,
      height: 44,
      label: 'Four-eyes over 5,000',
    },
  ],
  ['Group', { shape: 'group', bpmnType: 'bpmn:Group', width: 80, height: 50 }],
];

export function OtherSymbols() {
  return (
    <div className="flex flex-wrap items-end gap-x-5 gap-y-4">
      {SYMBOLS.map(([caption, spec]) => (
        <Specimen key={caption} spec={spec} caption={caption} />
      ))}
    </div>
  );
}

const line = (id: string, more: Partial<DiagramEdge> = {}): DiagramEdge => ({
  id,
  kind: 'sequence',
  waypoints: [
    { x: 4, y: 20 },
    { x: 112, y: 20 },
  ],
  ...more,
});

const FLOWS: readonly [string, DiagramEdge][] = [
  ['Sequence flow', line('sequence', { label: 'yes' })],
  [
    'Default flow',
    line('default', {
      default: true,
      waypoints: [
        { x: 8, y: 2 },
        { x: 8, y: 30 },
        { x: 112, y: 30 },
      ],
    }),
  ],
  ['Conditional flow', line('conditional', { conditional: true })],
  ['Taken', line('taken', { taken: true })],
  ['Not taken', line('untaken', { taken: false })],
  ['Message flow', line('message', { kind: 'message' })],
  ['Association', line('association', { kind: 'association' })],
  ['Data association', line('data', { kind: 'data' })],
];

/** Flows and associations with their marks. */
export function Flows() {
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      {FLOWS.map(([caption, edge]) => (
        <figure key={caption} className="flex flex-col gap-1">
          <svg width={118} height={38} viewBox="0 0 118 38" aria-hidden="true">
            <FlowEdge edge={edge} />
          </svg>
          <figcaption className="text-2xs text-muted">{caption}</figcaption>
        </figure>
      ))}
    </div>
  );
}
