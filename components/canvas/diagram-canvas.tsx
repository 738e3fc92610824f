'use client';

import 'reactflow/dist/base.css';
import { type MouseEvent, type ReactNode, useMemo, useRef } from 'react';
import { ReactFlow, ReactFlowProvider, ViewportPortal } from 'reactflow';
import type { DiagramNode, DiagramView, ElementState, WaitReason } from '@/components/bpmn/types';
import type { ElementId, ProcessDocument } from '@/lib/document';
import { ElementNode } from './flow/element-node';
import { FlowLine } from './flow/flow-line';
import type { Marked } from './flow/types';
import { Overview } from './late-overview';
import { Picture } from './picture/picture';
import { boxOf, MIN_ZOOM, useShowBox } from './scene/fit';
import { useFirstViewport } from './scene/use-first-viewport';
import { useScene } from './scene/use-scene';
import { useLatest } from './use-latest';
import { useWalk } from './view/use-walk';
import { viewOf } from './view/view-of';
import { FIT_VIEW, ZoomControl } from './zoom-control';

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
  /** SVG over the diagram, in its coordinates: labels that explain a state. */
  overlay?: ReactNode;
}

const NODE_TYPES = { element: ElementNode };
const EDGE_TYPES = { flow: FlowLine };
const PRO_OPTIONS = { hideAttribution: true };
const NO_PROBLEMS: ReadonlyMap<ElementId, Marked> = new Map();

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
}: DiagramCanvasProps) {
  const root = useRef<HTMLElement>(null);
  const plain = useMemo(
    () => view ?? (document ? viewOf(document, plane) : NOTHING),
    [view, document, plane],
  );
  const shown = useMemo(() => withLooks(plain, states, taken), [plain, states, taken]);
  const chosen = useMemo(() => new Set(selected ? [selected] : []), [selected]);
  const scene = useScene({ view: shown, selected: chosen, problems: NO_PROBLEMS, editable: false });
  const showBox = useShowBox();
  const first = useFirstViewport(root, shown.nodes, FIT_VIEW);
  const handlers = useLatest({
    onMoveStart: scene.onMoveStart,
    onMoveEnd: scene.onMoveEnd,
    onNodeClick: (_event: unknown, node: { id: string }) => onSelect?.(node.id),
    onEdgeClick: (_event: unknown, edge: { id: string }) => onSelect?.(edge.id),
    onPaneClick: (event: MouseEvent) => {
      const hit = scene.picture ? scene.find({ x: event.clientX, y: event.clientY }) : undefined;
      onSelect?.(hit ?? null);
    },
  });
  const walk = useWalk(shown, selected ?? null, onSelect);
  return (
    <section
      ref={root}
      // What can be selected can be reached by keys: one tab stop, arrows inside.
      {...(onSelect
        ? { tabIndex: 0, role: 'application', 'aria-roledescription': 'diagram', onKeyDown: walk }
        : {})}
      className={`board-dots focus-inset ${className ?? 'relative size-full'}`}
      aria-label={label}
      data-testid="diagram"
      onPointerMove={(event) => event.buttons === 0 && scene.point({ x: event.clientX, y: event.clientY })}
    >
      <Picture view={shown} shown={scene.picture} selected={chosen} problems={NO_PROBLEMS} />
      {first && (
        <ReactFlow
          nodes={scene.nodes}
          edges={scene.edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          {...handlers}
          defaultViewport={first}
          minZoom={MIN_ZOOM}
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
          proOptions={PRO_OPTIONS}
        >
          {overlay && (
            <ViewportPortal>
              <svg className="pointer-events-none absolute left-0 top-0 z-[1000] size-px overflow-visible">
                <title>Notes on the diagram</title>
                {overlay}
              </svg>
            </ViewportPortal>
          )}
          <Overview view={shown} selected={chosen} onlyWhenCut />
        </ReactFlow>
      )}
      <ZoomControl onFit={() => showBox(boxOf(plain.nodes), FIT_VIEW)} />
    </section>
  );
}

const NOTHING: DiagramView = { nodes: [], edges: [], bounds: { x: 0, y: 0, width: 0, height: 0 } };

/** The view with what an instance does on it. */
function withLooks(
  view: DiagramView,
  states: DiagramCanvasProps['states'],
  taken: DiagramCanvasProps['taken'],
): DiagramView {
  if (!states && taken === undefined) return view;
  const run = taken === undefined ? undefined : new Set(taken);
  const looked = (node: DiagramNode): DiagramNode => {
    const look =
      states &&
      (states[node.id] ?? (isStill(node.spec.shape) ? undefined : { state: 'notReached' as const }));
    return look ? { ...node, ...look } : node;
  };
  return {
    bounds: view.bounds,
    nodes: view.nodes.map(looked),
    edges: view.edges.map((edge) =>
      run && edge.kind === 'sequence' ? { ...edge, taken: run.has(edge.id) } : edge,
    ),
  };
}

/** Shapes that have no run state of their own. */
const isStill = (shape: string): boolean => /^(pool|lane|group|annotation|dataObject|dataStore)$/.test(shape);
