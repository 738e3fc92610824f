'use client';

import {
  type PointerEvent as ReactPointerEvent,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Panel, type ReactFlowState, useReactFlow, useStore } from 'reactflow';
import { isContainer } from '@/components/bpmn/layers';
import type { Bounds, DiagramView } from '@/components/bpmn/types';
import { whenIdle } from '@/components/ui/when-idle';
import { type Colours, coloursIn, onThemeChange } from '../picture/colours';
import { boxOf } from '../scene/fit';
import { isCut } from '../view/opening';
import { type Frame, frameOf, pointIn } from './frame';

interface Size {
  width: number;
  height: number;
}
const FULL: Size = { width: 196, height: 106 };
/** Where the canvas is narrow: it shows that there is more, and leads there, but must not cover what is looked at. */
const SMALL: Size = { width: 124, height: 68 };
const NARROW = 640;

const seenBy = ({ transform: [x, y, zoom], width, height }: ReactFlowState): Bounds => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
});
const same = (a: Bounds, b: Bounds): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

export interface OverviewProps {
  view: DiagramView;
  selected: ReadonlySet<string>;
  /** Leaves it out while all of the diagram is seen. On a narrow canvas it always is left out then. */
  onlyWhenCut?: boolean;
}

/**
 * The whole diagram small, and which part of it is seen: a press goes there, a drag follows, the wheel zooms. It is
 * drawn from the document, because React Flow knows only what is mounted. Keys pan and zoom without it.
 */
export function Overview({ view, selected, onlyWhenCut = false }: OverviewProps) {
  // A drag comes first: the overview may show it a moment later.
  const shown = useDeferredValue(view);
  const box = useMemo(() => boxOf(shown.nodes), [shown]);
  const seen = useStore(seenBy, same);
  const narrow = useStore((state) => state.width < NARROW);
  const { width, height } = narrow ? SMALL : FULL;
  const frame = frameOf(box, seen, width, height);
  const hole = `M${(seen.x - frame.x) * frame.scale} ${(seen.y - frame.y) * frame.scale}h${seen.width * frame.scale}v${seen.height * frame.scale}h${-seen.width * frame.scale}z`;
  const moves = useMoves(frame);
  if ((narrow || onlyWhenCut) && !isCut(box, seen)) return null;
  return (
    <Panel position="bottom-right" className="nowheel">
      <div
        role="img"
        aria-label="Overview"
        data-testid="overview"
        className="relative cursor-pointer touch-none overflow-hidden rounded-sm border border-line bg-surface shadow-card"
        style={{ width, height }}
        {...moves}
      >
        <Shapes view={shown} selected={selected} frame={frame} size={{ width, height }} />
        <svg
          width={width}
          height={height}
          className="pointer-events-none absolute inset-0"
          aria-hidden="true"
        >
          <path
            d={`M0 0h${width}v${height}H0z${hole}`}
            fillRule="evenodd"
            fill="color-mix(in srgb, var(--primary) 8%, transparent)"
          />
          <path d={hole} fill="none" stroke="var(--primary)" strokeWidth={1.5} />
        </svg>
      </div>
    </Panel>
  );
}

function Shapes({ view, selected, frame, size: { width, height } }: Shown) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useRef<Colours | null>(null);
  const [theme, setTheme] = useState(0);
  useEffect(() => {
    const host = canvas.current?.parentElement;
    if (!host) return;
    const made = coloursIn(host);
    colours.current = made;
    setTheme((count) => count + 1);
    const stop = onThemeChange(() => {
      made.forget();
      setTheme((count) => count + 1);
    });
    return () => {
      stop();
      made.end();
    };
  }, []);
  const { x, y, scale } = frame;
  const framed = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme is another picture
  useEffect(() => {
    const draw = () => {
      const pen = canvas.current?.getContext('2d');
      if (pen && colours.current)
        paint(pen, { view, selected, frame: { x, y, scale }, size: { width, height } }, colours.current.of);
    };
    // What shows the part that is seen moves with the frame; what is dragged may be shown when it comes to rest.
    const same = framed.current === `${x} ${y} ${scale}`;
    framed.current = `${x} ${y} ${scale}`;
    return same ? afterRest(draw) : whenIdle(draw);
  }, [view, selected, x, y, scale, width, height, theme]);
  return <canvas ref={canvas} className="absolute inset-0 size-full" />;
}

/** How long nothing has changed before the picture follows, in milliseconds. */
const REST_MS = 150;

/** @returns takes it back */
function afterRest(work: () => void): () => void {
  let cancel = () => {};
  const timer = setTimeout(() => {
    cancel = whenIdle(work);
  }, REST_MS);
  return () => {
    clearTimeout(timer);
    cancel();
  };
}

interface Shown {
  view: DiagramView;
  selected: ReadonlySet<string>;
  frame: Frame;
  size: Size;
}

/** Lines first, so that steps lie on them. */
function paint(
  pen: CanvasRenderingContext2D,
  { view, selected, frame, size }: Shown,
  colour: Colours['of'],
): void {
  const { x, y, scale } = frame;
  const density = window.devicePixelRatio;
  [pen.canvas.width, pen.canvas.height] = [size.width * density, size.height * density];
  pen.scale(density, density);
  const [plain, chosen, border] = [
    colour('var(--muted)'),
    colour('var(--primary)'),
    colour('var(--line-strong)'),
  ];
  pen.strokeStyle = border;
  pen.beginPath();
  for (const { waypoints } of view.edges)
    for (const [i, at] of waypoints.entries())
      pen[i === 0 ? 'moveTo' : 'lineTo']((at.x - x) * scale, (at.y - y) * scale);
  pen.stroke();
  for (const node of view.nodes) {
    const [left, top] = [(node.x - x) * scale, (node.y - y) * scale];
    const [width, height] = [Math.max(1, node.spec.width * scale), Math.max(1, node.spec.height * scale)];
    if (isContainer(node)) {
      pen.strokeStyle = selected.has(node.id) ? chosen : border;
      pen.strokeRect(left, top, width, height);
      continue;
    }
    pen.fillStyle = selected.has(node.id) ? chosen : plain;
    pen.fillRect(left, top, width, height);
  }
}

/** Going to a place of the diagram by pressing, dragging and zooming on the overview. */
function useMoves(frame: Frame) {
  const { setCenter, getZoom, zoomIn, zoomOut } = useReactFlow();
  const held = useRef<Frame | null>(null);
  const go = (event: ReactPointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    // The frame of the press counts until it is let go: it would run away under the pointer.
    const at = pointIn(held.current ?? frame, { x: event.clientX - box.x, y: event.clientY - box.y });
    void setCenter(at.x, at.y, { zoom: getZoom() });
  };
  return {
    onPointerDown: (event: ReactPointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = frame;
      go(event);
    },
    onPointerMove: (event: ReactPointerEvent<HTMLElement>) => held.current && go(event),
    onPointerUp: () => {
      held.current = null;
    },
    onWheel: (event: React.WheelEvent) => void (event.deltaY < 0 ? zoomIn() : zoomOut()),
  };
}
