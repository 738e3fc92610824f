'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { union } from '@/components/bpmn/bounds';
import type { Bounds, DiagramView, DiffMark } from '@/components/bpmn/types';
import { type ComparedPlane, marked, overlaid } from './comparison';
import { Legend } from './legend';
import { Pane } from './pane';
import type { CompareMode } from './side';
import { type ChangeView, fitted, showing, useSize, type Viewport, zoomedAt } from './use-viewport';

export interface StageProps {
  plane: ComparedPlane;
  marks: ReadonlyMap<string, DiffMark>;
  mode: CompareMode;
  selected: string | null;
  onSelect: (id: string | null) => void;
  layout: boolean;
  onLayout: (on: boolean) => void;
  moved: number;
  from: string;
  to: string;
}

/** Both drawings, over each other or side by side: what is done to one view is done to both. */
export function Stage(props: StageProps) {
  const { plane, marks, mode, selected, onSelect, from, to } = props;
  const panes = useMemo(() => panesOf(plane, marks, mode, from, to), [plane, marks, mode, from, to]);
  const bounds = useMemo(
    () => union([plane.before, plane.after].flatMap((view) => view?.bounds ?? [])),
    [plane],
  );
  const first = useRef<HTMLDivElement>(null);
  const { viewport, change, fit, middle } = useShared(first, panes.length, bounds, boxOf(plane, selected));
  return (
    <div className="board-dots relative flex min-h-0 grow flex-col desk:flex-row">
      {panes.map(({ view, label, caption }, index) => (
        <div
          key={caption}
          ref={index === 0 ? first : undefined}
          className={`flex min-h-0 min-w-0 grow basis-0 ${index > 0 ? 'border-line-strong max-desk:border-t desk:border-l' : ''}`}
        >
          <Pane
            {...{ view, label, viewport, change, selected, onSelect }}
            {...(panes.length > 1 ? { caption } : {})}
            onFit={fit}
          />
        </div>
      ))}
      <Legend
        from={from}
        overlay={mode === 'overlay'}
        layout={props.layout}
        onLayout={props.onLayout}
        moved={props.moved}
        zoom={viewport.zoom}
        onZoom={(factor) => change((view) => zoomedAt(view, factor, middle))}
        onFit={fit}
      />
    </div>
  );
}

interface Shown {
  view: DiagramView;
  label: string;
  caption: string;
}

const EMPTY: DiagramView = { nodes: [], edges: [], bounds: { x: 0, y: 0, width: 0, height: 0 } };

function panesOf(
  plane: ComparedPlane,
  marks: StageProps['marks'],
  mode: CompareMode,
  from: string,
  to: string,
): Shown[] {
  const name = plane.name;
  if (mode === 'overlay')
    return [
      { view: overlaid(plane, marks), label: `${name}: ${from} and ${to} over each other`, caption: to },
    ];
  return [
    { view: marked(plane.before ?? EMPTY, marks, 'added'), label: `${name} in ${from}`, caption: from },
    { view: marked(plane.after ?? EMPTY, marks, 'removed'), label: `${name} in ${to}`, caption: to },
  ];
}

/** Where the selected element is drawn: as it is now, or as it was. */
function boxOf({ before, after }: ComparedPlane, id: string | null): Bounds | null {
  for (const view of id === null ? [] : [after, before]) {
    const node = view?.nodes.find((one) => one.id === id);
    if (node) return { x: node.x, y: node.y, width: node.spec.width, height: node.spec.height };
    const edge = view?.edges.find((one) => one.id === id);
    if (edge) return union(edge.waypoints.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
  }
  return null;
}

const UNKNOWN = { width: 800, height: 600 };

/** One view for all panes, which are of one size. It begins with everything in sight and follows what is selected. */
function useShared(
  pane: React.RefObject<HTMLDivElement | null>,
  count: number,
  bounds: Bounds,
  box: Bounds | null,
) {
  const whole = useSize(pane, count);
  const size = whole ?? UNKNOWN;
  const [moved, setMoved] = useState<Viewport | null>(null);
  const viewport = moved ?? fitted(bounds, size);
  const latest = useRef(viewport);
  latest.current = viewport;
  const change = useCallback<ChangeView>((next) => {
    latest.current = next(latest.current);
    setMoved(latest.current);
  }, []);
  const key = box && `${box.x} ${box.y} ${box.width} ${box.height}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the selection, not each new object or every resize
  useEffect(() => {
    if (!box || !whole) return;
    const next = showing(latest.current, box, size);
    if (next.x !== latest.current.x || next.y !== latest.current.y) change(() => next);
  }, [key, whole === null]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another diagram or arrangement begins with everything in sight
  useEffect(() => setMoved(null), [bounds, count]);
  return {
    viewport,
    change,
    fit: useCallback(() => setMoved(null), []),
    middle: { x: size.width / 2, y: size.height / 2 },
  };
}
