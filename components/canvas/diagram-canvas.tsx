'use client';

import 'reactflow/dist/base.css';
import { type ReactNode, useMemo, useRef } from 'react';
import { ReactFlow, ReactFlowProvider, ViewportPortal } from 'reactflow';
import type { DiagramView, ElementState, WaitReason } from '@/components/bpmn/types';
import type { ElementId, ProcessDocument } from '@/lib/document';
import { ElementNode } from './flow/element-node';
import { FlowLine } from './flow/flow-line';
import { depths, flowEdge, flowNode } from './flow/project';
import type { FlowNode, FlowLine as Line } from './flow/types';
import { openingOf } from './view/opening';
import { viewOf } from './view/view-of';
import { ZoomControl } from './zoom-control';

/** What an element is doing in an instance. */
export interface ElementLook {
  state: ElementState;
  waitReason?: WaitReason;
  /** How often it was completed. */
  count?: number;
}

export interface DiagramCanvasProps {
  /** Either a document, or a view that was already made from one. */
  document?: ProcessDocument;
  view?: DiagramView;
  /** The plane of the document; the first one when absent. */
  plane?: ElementId;
  /** By element id; with it everything else is “not reached”. */
  states?: Readonly<Record<ElementId, ElementLook>>;
  /** Flows that were taken; with it the others are faint. */
  taken?: ReadonlySet<ElementId> | readonly ElementId[];
  selected?: ElementId | null;
  onSelect?: (id: ElementId | null) => void;
  /** Names the picture. */
  label?: string;
  className?: string;
  /** Where there is too little room for all of it, opens at the beginning instead of too small to read. */
  legible?: boolean;
  /** SVG over the diagram, in its coordinates: labels that explain a state. */
  overlay?: ReactNode;
}

const NODE_TYPES = { element: ElementNode };
const EDGE_TYPES = { flow: FlowLine };
const FIT = { padding: 0.12, maxZoom: 1 };

/** A diagram to look at: pan, zoom, select; with run states where there are any. */
export function DiagramCanvas(props: DiagramCanvasProps) {
  return (
    <ReactFlowProvider>
      <Board {...props} />
    </ReactFlowProvider>
  );
}

function Board({
  document,
  view,
  plane,
  states,
  taken,
  selected,
  onSelect,
  label = 'Diagram',
  className,
  overlay,
  legible = false,
}: DiagramCanvasProps) {
  const board = useRef<HTMLElement>(null);
  const shown = useMemo(
    () => view ?? (document ? viewOf(document, plane) : undefined),
    [view, document, plane],
  );
  const { nodes, edges } = useMemo(
    () => project(shown, states, taken, selected),
    [shown, states, taken, selected],
  );
  return (
    <section
      ref={board}
      className={className ?? 'relative size-full'}
      aria-label={label}
      data-testid="diagram"
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        fitView
        fitViewOptions={FIT}
        onInit={(flow) => {
          const { clientWidth: width = 0, clientHeight: height = 0 } = board.current ?? {};
          const opening = legible && shown ? openingOf(shown, { width, height }) : null;
          if (opening) void flow.setViewport(opening);
        }}
        minZoom={0.1}
        maxZoom={3}
        panOnScroll
        zoomOnDoubleClick={false}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={onSelect !== undefined}
        disableKeyboardA11y
        autoPanOnNodeFocus={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        elevateNodesOnSelect={false}
        onNodeClick={(_event, node) => onSelect?.(node.id)}
        onEdgeClick={(_event, edge) => onSelect?.(edge.id)}
        onPaneClick={() => onSelect?.(null)}
        proOptions={{ hideAttribution: true }}
        className="board-dots"
      >
        {overlay && (
          <ViewportPortal>
            <svg className="pointer-events-none absolute left-0 top-0 z-[1000] size-px overflow-visible">
              <title>Notes on the diagram</title>
              {overlay}
            </svg>
          </ViewportPortal>
        )}
      </ReactFlow>
      <ZoomControl />
    </section>
  );
}

function project(
  view: DiagramView | undefined,
  states: DiagramCanvasProps['states'],
  taken: DiagramCanvasProps['taken'],
  selected: ElementId | null | undefined,
): { nodes: FlowNode[]; edges: Line[] } {
  if (!view) return { nodes: [], edges: [] };
  const depth = depths(view.nodes);
  const run = taken === undefined ? undefined : new Set(taken);
  const nodes = view.nodes.map((node) => {
    const look =
      states &&
      (states[node.id] ?? (isStill(node.spec.shape) ? undefined : { state: 'notReached' as const }));
    const drawn = look ? { ...node, ...look } : node;
    return flowNode(drawn, {
      selected: node.id === selected,
      draggable: false,
      depth: depth.get(node.id) ?? 0,
    });
  });
  const ids = new Set(view.nodes.map((node) => node.id));
  const edges = view.edges.flatMap((edge) => {
    const drawn = run && edge.kind === 'sequence' ? { ...edge, taken: run.has(edge.id) } : edge;
    return flowEdge(drawn, ids, edge.id === selected, false) ?? [];
  });
  return { nodes, edges };
}

/** Shapes that have no run state of their own. */
const isStill = (shape: string): boolean => /^(pool|lane|group|annotation|dataObject|dataStore)$/.test(shape);
