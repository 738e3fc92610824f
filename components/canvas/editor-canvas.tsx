'use client';

import 'reactflow/dist/base.css';
import { type PointerEvent, useCallback, useMemo, useRef, useState } from 'react';
import { type EdgeChange, MiniMap, type NodeChange, ReactFlow, ReactFlowProvider } from 'reactflow';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import { shownDocument } from '@/components/designer/store/editor-store';
import { type ElementId, get } from '@/lib/document';
import { canResize, isExpanded, isSubProcess } from '@/lib/editing';
import { Breadcrumbs } from './edit/breadcrumbs';
import { ConnectHandles } from './edit/connect-handles';
import { ContextPad } from './edit/context-pad';
import { ElementPicker } from './edit/element-picker';
import { createGestureStore, GestureContext, useGestureStore } from './edit/gesture-store';
import { LabelEditor } from './edit/label-editor';
import { Overlays } from './edit/overlays';
import { SelectionPad } from './edit/pad/selection-pad';
import { RefusalHint } from './edit/refusal-hint';
import { ResizeGrips } from './edit/resize-grips';
import { useSpace } from './edit/space/use-space';
import { enterSubProcess } from './edit/sub-process/enter';
import { SubProcessToggles } from './edit/sub-process/toggles';
import { BoardContext } from './edit/use-board';
import { useConnect } from './edit/use-connect';
import { useDrag } from './edit/use-drag';
import { type KeyActions, useKeys } from './edit/use-keys';
import { usePlacing } from './edit/use-placing';
import { useFitOnPlane, usePanToFocus } from './edit/use-view-follows';
import { drawsOnlyVisible } from './flow/cull';
import { ElementNode } from './flow/element-node';
import { FlowLine } from './flow/flow-line';
import { depths, flowEdge, flowNode } from './flow/project';
import type { FlowNode, FlowLine as Line } from './flow/types';
import { Palette } from './palette/palette';
import { viewOf } from './view/view-of';
import { ZoomControl } from './zoom-control';

export interface EditorCanvasProps extends Omit<KeyActions, 'cancelDrag'> {
  /** The worst problem of an element, by its id. */
  problems?: ReadonlyMap<ElementId, 'error' | 'warning'>;
}

const NODE_TYPES = { element: ElementNode };
const EDGE_TYPES = { flow: FlowLine };
const NO_PROBLEMS: ReadonlyMap<ElementId, 'error' | 'warning'> = new Map();

/** Palette and drawing board of the designer. Needs an `EditorProvider` above it. */
export function EditorCanvas(props: EditorCanvasProps) {
  const [gestures] = useState(createGestureStore);
  const board = useRef<HTMLDivElement>(null);
  return (
    <ReactFlowProvider>
      <GestureContext.Provider value={gestures}>
        <BoardContext.Provider value={board}>
          <div className="flex min-h-0 min-w-0 grow">
            <Palette />
            <Board {...props} board={board} />
          </div>
        </BoardContext.Provider>
      </GestureContext.Provider>
    </ReactFlowProvider>
  );
}

function Board({
  board,
  problems = NO_PROBLEMS,
  ...actions
}: EditorCanvasProps & { board: React.RefObject<HTMLDivElement | null> }) {
  const editor = useEditorStore();
  const gestures = useGestureStore();
  const { nodes, edges, view, culled } = useProjection(problems);
  const tool = useEditor((state) => state.tool);
  const selection = useEditor((state) => state.selection);
  const [hovered, setHovered] = useState<ElementId | null>(null);
  const [space, setSpace] = useState(false);
  const { cancelDrag, ...drag } = useDrag();
  const pointer = useArmed();
  const keys = useKeys(useStable({ ...actions, cancelDrag }));
  usePanToFocus();
  useFitOnPlane();

  const select = useSelection();
  const document = useEditor(shownDocument);
  const single = selection.length === 1 ? view.nodes.find((node) => node.id === selection[0]) : undefined;
  const over = hovered === single?.id ? undefined : view.nodes.find((node) => node.id === hovered);
  const panning = space || tool.kind === 'hand';
  const name = (_event: unknown, each: { id: string }) => {
    const closed = isSubProcess(get(document, each.id)?.type ?? '') && !isExpanded(document, each.id);
    // A collapsed sub-process opens; everything else is named.
    if (closed) enterSubProcess(editor, each.id);
    else editor.getState().startNaming(each.id);
  };

  return (
    <div
      ref={board}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      role="application"
      aria-roledescription="process diagram"
      aria-label="Diagram. J and K walk along the flow, Enter opens the properties, question mark shows all keys."
      data-testid="canvas"
      data-tool={tool.kind}
      className="focus-inset relative min-w-0 grow overflow-hidden"
      style={{ cursor: ['place', 'connect', 'space'].includes(tool.kind) ? 'crosshair' : undefined }}
      onKeyDown={(event) => {
        if (event.key === ' ' && event.target === board.current) {
          setSpace(true);
          event.preventDefault();
        } else keys(event);
      }}
      onKeyUp={(event) => event.key === ' ' && setSpace(false)}
      onBlur={() => setSpace(false)}
      {...pointer}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={select}
        onEdgesChange={select}
        {...drag}
        onSelectionDragStart={(event, list) =>
          list[0] && drag.onNodeDragStart(event.nativeEvent, list[0] as FlowNode, list as FlowNode[])
        }
        onSelectionDrag={(event, list) =>
          list[0] && drag.onNodeDrag(event.nativeEvent, list[0] as FlowNode, list as FlowNode[])
        }
        onSelectionDragStop={(event, list) =>
          list[0] && drag.onNodeDragStop(event.nativeEvent, list[0] as FlowNode, list as FlowNode[])
        }
        onNodeMouseEnter={(_event, node) => setHovered(node.id)}
        onPaneMouseMove={() => setHovered(null)}
        onNodeClick={(event, node) => {
          // React Flow leaves several selected when one of them is clicked.
          const adds = event.ctrlKey || event.metaKey || event.shiftKey;
          if (!adds && editor.getState().selection.length > 1) editor.getState().select([node.id]);
        }}
        onNodeDoubleClick={name}
        onEdgeDoubleClick={name}
        onPaneClick={() => {
          editor.getState().select([]);
          gestures.setState({ picker: null });
          setHovered(null);
        }}
        onlyRenderVisibleElements={culled}
        fitView
        fitViewOptions={{ padding: 0.15, maxZoom: 1 }}
        minZoom={0.1}
        maxZoom={4}
        panOnScroll
        panOnDrag={tool.kind === 'lasso' && !space ? [1] : [0, 1]}
        selectionOnDrag={tool.kind === 'lasso' && !space}
        nodesDraggable={!panning && tool.kind !== 'lasso'}
        elementsSelectable={!panning}
        zoomOnDoubleClick={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        autoPanOnNodeFocus={false}
        elevateNodesOnSelect={false}
        elevateEdgesOnSelect={false}
        deleteKeyCode={null}
        panActivationKeyCode={null}
        zoomActivationKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={['Meta', 'Control']}
        nodeDragThreshold={3}
        proOptions={{ hideAttribution: true }}
        className="board-dots"
      >
        <Overlays />
        <LabelEditor view={view} />
        {single && <ConnectHandles node={single} />}
        {over && <ConnectHandles node={over} />}
        {single && canResize(document, single.id, isExpanded(document, single.id)) && (
          <ResizeGrips node={single} />
        )}
        <ContextPad />
        <SelectionPad onArrange={actions.onLayout} />
        <SubProcessToggles nodes={view.nodes} />
        <Breadcrumbs />
        <ZoomControl />
        <MiniMap
          pannable
          zoomable
          ariaLabel="Overview"
          className="rounded-sm! border border-line bg-surface! shadow-card max-desk:hidden"
          bgColor="var(--surface)"
          maskColor="color-mix(in srgb, var(--primary) 8%, transparent)"
          maskStrokeColor="var(--primary)"
          maskStrokeWidth={2}
          nodeColor={(node) =>
            node.selected ? 'var(--primary)' : node.className ? 'transparent' : 'var(--muted)'
          }
          nodeStrokeColor={(node) => (node.className ? 'var(--line-strong)' : 'transparent')}
          nodeStrokeWidth={3}
          style={{ width: 196, height: 106 }}
        />
      </ReactFlow>
      <ElementPicker />
      <RefusalHint />
    </div>
  );
}

/** The shown document as React Flow nodes and edges; what didn't change keeps its identity. */
function useProjection(problems: ReadonlyMap<ElementId, 'error' | 'warning'>) {
  const document = useEditor(shownDocument);
  const plane = useEditor((state) => state.plane);
  const selection = useEditor((state) => state.selection);
  return useMemo(() => {
    const view = viewOf(document, plane);
    const chosen = new Set(selection);
    const depth = depths(view.nodes);
    const nodes: FlowNode[] = view.nodes.map((node) =>
      flowNode(node, {
        selected: chosen.has(node.id),
        draggable: node.spec.shape !== 'lane',
        problems: problems.get(node.id),
        depth: depth.get(node.id) ?? 0,
      }),
    );
    const ids = new Set(view.nodes.map((node) => node.id));
    const edges: Line[] = view.edges.flatMap((edge) => flowEdge(edge, ids, chosen.has(edge.id), true) ?? []);
    return { view, nodes, edges, culled: drawsOnlyVisible(view.nodes, edges) };
  }, [document, plane, selection, problems]);
}

/** React Flow says what was selected; the session keeps it. */
function useSelection() {
  const editor = useEditorStore();
  return useCallback(
    (changes: (NodeChange<FlowNode> | EdgeChange<Line>)[]) => {
      const chosen = new Set(editor.getState().selection);
      for (const change of changes) {
        if (change.type !== 'select') continue;
        if (change.selected) chosen.add(change.id);
        else chosen.delete(change.id);
      }
      editor.getState().select([...chosen]);
    },
    [editor],
  );
}

/** Pointer handling while something is armed: React Flow doesn't get these presses. */
function useArmed() {
  const editor = useEditorStore();
  const gestures = useGestureStore();
  const placing = usePlacing();
  const connecting = useConnect();
  const spacing = useSpace();
  const armed = () => ['place', 'connect', 'space'].includes(editor.getState().tool.kind);
  const onBoard = (target: EventTarget) =>
    target instanceof Element && target.closest('.react-flow__renderer') !== null;
  const swallow = (event: { stopPropagation: () => void; target: EventTarget }) => {
    if (armed() && onBoard(event.target)) event.stopPropagation();
  };
  return {
    onMouseDownCapture: swallow,
    onPointerDownCapture: (event: PointerEvent) => {
      if (editor.getState().tool.kind === 'space' && onBoard(event.target)) spacing.start(event);
      swallow(event);
    },
    onPointerMove: (event: PointerEvent) => {
      const { tool } = editor.getState();
      const at = { x: event.clientX, y: event.clientY };
      if (tool.kind === 'place') placing.hover(tool.what, at);
      else if (tool.kind === 'connect') connecting.hover(at);
    },
    onPointerLeave: () => editor.getState().tool.kind === 'place' && placing.leave(),
    onClickCapture: (event: React.MouseEvent) => {
      const { tool } = editor.getState();
      if (!armed() || !onBoard(event.target)) return;
      event.stopPropagation();
      const at = { x: event.clientX, y: event.clientY };
      if (tool.kind === 'place') placing.placeAt(tool.what, at);
      else if (tool.kind === 'connect') connecting.click(at);
      gestures.setState({ ghost: null });
    },
  };
}

/** The same object as long as its members are the same. */
function useStable<T extends object>(value: T): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the members are the dependencies
  return useMemo(() => value, Object.values(value));
}
