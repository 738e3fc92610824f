import { useCallback, useMemo, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type ReactFlowState, useStore, useStoreApi } from 'reactflow';
import type { Bounds, DiagramView, Point } from '@/components/bpmn/types';
import { ANCHOR, depths, flowEdge, flowNode } from '../flow/project';
import type { FlowLine, FlowNode, Marked } from '../flow/types';
import { detailAt } from './detail';
import { hitAt } from './hit';
import { FEW, seenIn, windowOf } from './window';

export interface SceneOptions {
  view: DiagramView;
  selected: ReadonlySet<string>;
  problems: ReadonlyMap<string, Marked>;
  editable: boolean;
  /** What is being dragged stays mounted, wherever it goes. */
  held?: string | null;
}

/** How near to something the pointer has to be where elements are drawn as a picture, in CSS pixels. */
const REACH = 3;
/** While somebody zooms in, the picture goes on up to this zoom: mounting elements would stop the movement. */
const PICTURE_UP_TO = 0.8;

/**
 * What React Flow has to mount of a view. Of a large one that is what the window shows; where elements are drawn as a
 * picture, only what is pointed at or selected, to take the pointer. `picture` says which of the two it is.
 */
export function useScene(options: SceneOptions) {
  const { view, selected, held } = options;
  const many = view.nodes.length > FEW;
  const { picture, onMoveStart, onMoveEnd: moved } = usePicture(many);
  const window = useStore(
    useCallback((state: ReactFlowState) => (many && !picture ? shownBy(state) : EVERYTHING), [many, picture]),
    same,
  );
  const pointing = usePointing(view, many && picture);
  const { pointed, pointAgain } = pointing;
  const onMoveEnd = useCallback(() => {
    moved();
    pointAgain();
  }, [moved, pointAgain]);
  // React Flow takes the first viewport a moment after its first render: until then nothing is in its place.
  const placed = useStore((state) => state.panZoom !== null && state.width > 0);
  const ready = useMemo(() => {
    if (!placed) return NOTHING;
    if (!many) return view;
    const few = selected.size <= FEW;
    const kept = (id: string) => id === pointed || id === held || (few && selected.has(id));
    if (picture)
      return {
        nodes: view.nodes.filter(({ id }) => kept(id)),
        edges: view.edges.filter(({ id }) => kept(id)),
      };
    const seen = seenIn(view, window);
    const ids = new Set(seen.nodes.map(({ id }) => id));
    const others = view.nodes.filter(({ id }) => kept(id) && !ids.has(id));
    return { nodes: others.length > 0 ? [...seen.nodes, ...others] : seen.nodes, edges: seen.edges };
  }, [view, placed, many, picture, window, selected, pointed, held]);
  return {
    picture: picture && placed,
    onMoveStart,
    onMoveEnd,
    ...pointing,
    ...useProjected(ready, options, picture),
  };
}

/** The elements to mount as React Flow has them; what didn't change keeps its identity. */
function useProjected(
  { nodes, edges }: Pick<DiagramView, 'nodes' | 'edges'>,
  { view, selected, problems, editable }: SceneOptions,
  bare: boolean,
): { nodes: FlowNode[]; edges: FlowLine[] } {
  const depth = useMemo(() => depths(view.nodes), [view]);
  return useMemo(
    () => ({
      nodes: [
        ANCHOR,
        ...nodes.map((node) =>
          flowNode(node, {
            selected: selected.has(node.id),
            draggable: editable && node.spec.shape !== 'lane',
            problems: problems.get(node.id),
            depth: depth.get(node.id) ?? 0,
            bare,
          }),
        ),
      ],
      edges: edges.map((edge) => flowEdge(edge, { selected: selected.has(edge.id), editable, bare })),
    }),
    [nodes, edges, depth, selected, problems, editable, bare],
  );
}

const NOTHING = { nodes: [], edges: [] };
const EVERYTHING: Bounds = { x: 0, y: 0, width: 0, height: 0 };
const shownBy = ({ transform: [x, y, zoom], width, height }: ReactFlowState): Bounds =>
  windowOf({ x, y, zoom }, width, height);
const same = (a: Bounds, b: Bounds): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** Whether the picture is shown. Zooming in on a large diagram keeps it until the movement is over. */
function usePicture(many: boolean) {
  const moving = useRef(false);
  const shown = useRef(false);
  const [, again] = useReducer((count: number) => count + 1, 0);
  const picture = useStore(({ transform: [, , zoom] }) => {
    if (detailAt(zoom) !== 'full') return true;
    return many && moving.current && shown.current && zoom < PICTURE_UP_TO;
  });
  shown.current = picture;
  const store = useStoreApi();
  const onMoveStart = useCallback(() => {
    moving.current = true;
  }, []);
  const onMoveEnd = useCallback(() => {
    moving.current = false;
    if (shown.current && detailAt(store.getState().transform[2]) === 'full') again();
  }, [store]);
  return { picture, onMoveStart, onMoveEnd };
}

/** What the pointer is on, found in the document: nothing of a picture is an element that could be entered. */
function usePointing(view: DiagramView, on: boolean) {
  const store = useStoreApi();
  const [pointed, setPointed] = useState<string | null>(null);
  const latest = useRef({ view, on, pointed });
  latest.current = { view, on, pointed };
  const actions = useMemo(() => {
    let last: Point | null = null;
    const find = (client: Point): string | undefined => {
      const { domNode, transform } = store.getState();
      const box = domNode?.getBoundingClientRect();
      if (!box) return undefined;
      const [x, y, zoom] = transform;
      const at = { x: (client.x - box.x - x) / zoom, y: (client.y - box.y - y) / zoom };
      return hitAt(latest.current.view, at, REACH / zoom);
    };
    return {
      /** The element at a point of the window. */
      find,
      /** The pointer moved there. */
      point: (client: Point) => {
        last = client;
        if (!latest.current.on) return;
        const id = find(client) ?? null;
        // At once: a press that follows has to find it mounted.
        if (id !== latest.current.pointed) flushSync(() => setPointed(id));
      },
      /** The drawing moved under the pointer. */
      pointAgain: () => {
        if (latest.current.on && last) setPointed(find(last) ?? null);
      },
    };
  }, [store]);
  return { pointed, ...actions };
}
