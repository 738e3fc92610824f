'use client';

import 'reactflow/dist/base.css';
import { type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import { ReactFlow, ReactFlowProvider } from 'reactflow';
import type { DiagramView } from '@/components/bpmn/types';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import { shownDocument } from '@/components/designer/store/editor-store';
import { usePreload } from '@/components/ui/later';
import type { ElementId } from '@/lib/document';
import { canResize, isExpanded } from '@/lib/editing';
import { Breadcrumbs } from './edit/breadcrumbs';
import { ConnectHandles } from './edit/connect-handles';
import { ElementPicker } from './edit/element-picker';
import { createGestureStore, GestureContext, useGesture, useGestureStore } from './edit/gesture-store';
import { LabelEditor } from './edit/label-editor';
import { ContextPad, ResizeGrips, SelectionPad, WANTED_SOON } from './edit/late-parts';
import { Overlays } from './edit/overlays';
import { RefusalHint } from './edit/refusal-hint';
import { SubProcessToggles } from './edit/sub-process/toggles';
import { useArmed } from './edit/use-armed';
import { BoardContext } from './edit/use-board';
import { useCover } from './edit/use-cover';
import { useDrag } from './edit/use-drag';
import { useFlowHandlers } from './edit/use-flow-handlers';
import { type KeyActions, useKeys } from './edit/use-keys';
import { useFitOnPlane, useNearToName, usePanToFocus } from './edit/use-view-follows';
import { ElementNode } from './flow/element-node';
import { FlowLine } from './flow/flow-line';
import type { FlowNode, Marked } from './flow/types';
import { Grid } from './grid/grid';
import { GridButton } from './grid/grid-button';
import { Overview } from './late-overview';
import { Palette } from './palette/palette';
import { Picture } from './picture/picture';
import { boxOf, type Fit, MAX_ZOOM, MIN_ZOOM, useShowBox } from './scene/fit';
import { useFirstViewport } from './scene/use-first-viewport';
import { useScene } from './scene/use-scene';
import { useSelection } from './scene/use-selection';
import { useLatest } from './use-latest';
import { createViewer } from './view/view-of';
import { FIT_VIEW, ZoomControl } from './zoom-control';

export interface EditorCanvasProps extends Omit<KeyActions, 'cancelDrag' | 'onFit'> {
  /** The worst problem of an element, by its id. */
  problems?: ReadonlyMap<ElementId, Marked>;
}

const NODE_TYPES = { element: ElementNode };
const EDGE_TYPES = { flow: FlowLine };
const NO_PROBLEMS: ReadonlyMap<ElementId, Marked> = new Map();
// The same objects at every render: with new ones React Flow would render every element again.
const MIDDLE_BUTTON = [1];
const LEFT_AND_MIDDLE = [0, 1];
const ADDING_KEYS = ['Meta', 'Control'];
const PRO_OPTIONS = { hideAttribution: true };
// What a drawing anew of the board has nothing to say to follows the session by itself.
const GRID = <Grid />;
const OVERLAYS = <Overlays />;
const BREADCRUMBS = <Breadcrumbs />;
const PICKER_AND_REFUSAL = (
  <>
    <ElementPicker />
    <RefusalHint />
  </>
);
/** How a diagram is shown when it is opened. */
const FIRST_FIT: Fit = { padding: 0.15, maxZoom: 1 };

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
  const view = useView();
  const tool = useEditor((state) => state.tool);
  const selection = useEditor((state) => state.selection);
  const selected = useMemo(() => new Set(selection), [selection]);
  const held = useGesture((state) => state.grabbed);
  const scene = useScene({ view, selected, problems, editable: true, held });
  const fit = useFit(view);
  const [hovered, setHovered] = useState<ElementId | null>(null);
  const [space, setSpace] = useState(false);
  const { cover, layer, ...covering } = useCover();
  const { cancelDrag, ...drag } = useDrag(cover);
  const pointer = useArmed();
  const keys = useKeys(useStable({ ...actions, cancelDrag, onFit: fit }));
  usePanToFocus();
  useNearToName();
  useFitOnPlane(fit);
  usePreload(WANTED_SOON);

  const zoomControl = useMemo(
    () => (
      <ZoomControl onFit={fit}>
        <GridButton />
      </ZoomControl>
    ),
    [fit],
  );
  const { select, onSelectionStart, onSelectionEnd } = useSelection(view);
  const document = useEditor(shownDocument);
  const single = selection.length === 1 ? view.nodes.find((node) => node.id === selection[0]) : undefined;
  const over = hovered === single?.id ? undefined : view.nodes.find((node) => node.id === hovered);
  const panning = space || tool.kind === 'hand';
  const first = useFirstViewport(board, view.nodes, FIRST_FIT);
  const menuOf = (event: MouseEvent, { id }: { id: ElementId }) => {
    // On a Mac this is the click that adds to the selection.
    if (event.ctrlKey) return;
    event.preventDefault();
    editor.getState().select([id]);
    actions.onStep?.('menu');
  };
  const handlers = useLatest({
    ...useFlowHandlers(drag),
    onMoveStart: (event: unknown) => {
      scene.onMoveStart();
      covering.onMoveStart(event);
    },
    onMove: covering.onMove,
    onMoveEnd: () => {
      covering.onMoveEnd();
      scene.onMoveEnd();
    },
    onSelectionStart,
    onSelectionEnd: () => {
      onSelectionEnd();
      // Who has caught something goes on with it. The click that ends the lasso still belongs to it.
      if (tool.kind === 'lasso') setTimeout(() => editor.getState().setTool({ kind: 'select' }));
    },
    onNodesChange: select,
    onEdgesChange: select,
    onNodeContextMenu: menuOf,
    onEdgeContextMenu: menuOf,
    onNodeMouseEnter: (_event: unknown, node: FlowNode) => setHovered(node.id),
    onPaneMouseMove: () => setHovered(null),
    onPaneClick: (event: MouseEvent) => {
      // Who touches a screen has pointed at nothing before.
      const hit = scene.picture ? scene.find({ x: event.clientX, y: event.clientY }) : undefined;
      editor.getState().select(hit ? [hit] : []);
      gestures.setState({ picker: null });
      setHovered(null);
    },
  });

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
      className="bg-canvas focus-inset relative min-w-0 grow overflow-hidden"
      style={{
        cursor: ['place', 'connect', 'space', 'comment'].includes(tool.kind) ? 'crosshair' : undefined,
      }}
      onKeyDown={(event) => {
        if (event.key === ' ' && event.target === board.current) {
          setSpace(true);
          event.preventDefault();
        } else keys(event);
      }}
      onKeyUp={(event) => event.key === ' ' && setSpace(false)}
      onBlur={() => setSpace(false)}
      {...pointer}
      onPointerMove={(event) => {
        if (event.buttons === 0) scene.point({ x: event.clientX, y: event.clientY });
        pointer.onPointerMove(event);
      }}
    >
      {GRID}
      <Picture view={view} shown={scene.picture} selected={selected} problems={problems} />
      {first && (
        <ReactFlow
          nodes={scene.nodes}
          edges={scene.edges}
          {...handlers}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          defaultViewport={first}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          panOnScroll
          panOnDrag={tool.kind === 'lasso' && !space ? MIDDLE_BUTTON : LEFT_AND_MIDDLE}
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
          multiSelectionKeyCode={ADDING_KEYS}
          nodeDragThreshold={3}
          proOptions={PRO_OPTIONS}
        >
          {OVERLAYS}
          <LabelEditor view={view} />
          {single && !scene.picture && <ConnectHandles node={single} />}
          {over && !scene.picture && <ConnectHandles node={over} />}
          {single && canResize(document, single.id, isExpanded(document, single.id)) && (
            <ResizeGrips node={single} />
          )}
          <ContextPad asked={selection.length > 0} />
          <SelectionPad asked={selection.length > 1} onArrange={actions.onLayout} />
          <SubProcessToggles nodes={scene.nodes} />
          {BREADCRUMBS}
          {zoomControl}
          <Overview view={view} selected={selected} />
        </ReactFlow>
      )}
      {layer}
      {PICKER_AND_REFUSAL}
    </div>
  );
}

/** The shown document as a picture; what didn't change keeps its identity. */
function useView(): DiagramView {
  const document = useEditor(shownDocument);
  const plane = useEditor((state) => state.plane);
  const [viewer] = useState(createViewer);
  return useMemo(() => viewer(document, plane), [viewer, document, plane]);
}

/** Shows the diagram whole, or those elements of it. */
function useFit(view: DiagramView) {
  const latest = useRef(view);
  latest.current = view;
  const showBox = useShowBox();
  return useCallback(
    (ids: readonly ElementId[] = []) => {
      const { nodes } = latest.current;
      const chosen = nodes.filter(({ id }) => ids.includes(id));
      if (chosen.length > 0) showBox(boxOf(chosen), { ...FIT_VIEW, maxZoom: 1.5 });
      else showBox(boxOf(nodes), FIT_VIEW);
    },
    [showBox],
  );
}

/** The same object as long as its members are the same. */
function useStable<T extends object>(value: T): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the members are the dependencies
  return useMemo(() => value, Object.values(value));
}
