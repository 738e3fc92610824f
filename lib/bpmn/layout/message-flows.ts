import {
  type Bounds,
  childrenOf,
  type DocElement,
  type ElementId,
  get,
  nameOf,
  type ProcessDocument,
  ref,
} from '@/lib/document';
import { centreOf, type Placement } from './placement';
import { route, type Side } from './route';

/** Distance of the places at which messages leave or reach an event, in px: its circle bends away soon. */
const EVENT_STEP = 8;
/** Distance of the horizontal stretches between two pools, in px. */
const CHANNEL_STEP = 10;

/** Most lines a new one is kept apart from; a drawing with more of them is crowded in any case. */
const REMEMBERED = 100;

interface Ends {
  flow: DocElement;
  from: ElementId;
  to: ElementId;
  down: boolean;
}

/** Draws the messages of a collaboration: each leaves and reaches its shapes at a place of its own. */
export function drawMessageFlows(
  document: ProcessDocument,
  collaborationId: ElementId,
  placement: Placement,
  gap: number,
): void {
  const shapes = [...placement.shapes.values()];
  const pools = shapes.filter((shape) => shape.isHorizontal).map((shape) => shape.bounds);
  const obstacles = shapes
    .filter((shape) => !shape.isHorizontal && !shape.isExpanded)
    .map((shape) => shape.bounds);
  const channels = pools.flatMap(({ y, height }) =>
    [0, -1, 1].map((step) => y + height + gap / 2 + step * CHANNEL_STEP),
  );
  const ends = endsOf(document, collaborationId, placement);
  const docks = docksOf(document, ends, placement);
  const drawn: { x: number; y: number }[][] = [];
  for (const { flow, down } of ends) {
    const [start, end] = docks.get(flow.id) as [Bounds, Bounds];
    const [out, into]: [Side, Side] = down ? ['bottom', 'top'] : ['top', 'bottom'];
    const sides = [
      { bounds: start, side: out },
      { bounds: end, side: into },
    ] as const;
    const waypoints = route(...sides, obstacles, channels, drawn.slice(-REMEMBERED));
    drawn.push(waypoints);
    const middle = waypoints[Math.floor((waypoints.length - 1) / 2)];
    const named = nameOf(flow) !== '' && middle;
    const label = named ? { x: middle.x + 10, y: middle.y + 8, width: 90, height: 14 } : undefined;
    placement.edges.set(flow.id, { waypoints, ...(label && { label }) });
  }
}

function endsOf(document: ProcessDocument, collaborationId: ElementId, { shapes }: Placement): Ends[] {
  return childrenOf(document, collaborationId, 'messageFlows').flatMap((flow) => {
    const [from, to] = [ref(flow, 'sourceRef') ?? '', ref(flow, 'targetRef') ?? ''];
    const [a, b] = [shapes.get(from)?.bounds, shapes.get(to)?.bounds];
    return a && b ? [{ flow, from, to, down: centreOf(a).y <= centreOf(b).y }] : [];
  });
}

/**
 * Where each flow leaves and arrives, as rectangles whose middle it is: side by side at steps and events; at a pool
 * right above or below the other end.
 */
function docksOf(document: ProcessDocument, ends: readonly Ends[], { shapes }: Placement) {
  const isPool = (id: ElementId) => get(document, id)?.type === 'bpmn:Participant';
  const bounds = (id: ElementId) => shapes.get(id)?.bounds as Bounds;
  const docks = new Map<ElementId, [Bounds, Bounds]>();
  const place = (one: Ends, end: 'from' | 'to'): Bounds => {
    const [id, other] = end === 'from' ? [one.from, one.to] : [one.to, one.from];
    if (isPool(id)) {
      const x = isPool(other) ? spread(bounds(id), neighbours(one, id)) : xOf(one, other);
      return { ...bounds(id), x: x - 1, width: 2 };
    }
    return { ...bounds(id), x: xOf(one, id) - 1, width: 2 };
  };
  const xOf = (one: Ends, id: ElementId): number => spread(bounds(id), neighbours(one, id));
  /** Which of how many this flow is at that side of a shape, from left to right by where the others lead. */
  const neighbours = (one: Ends, id: ElementId): [at: number, of: number] => {
    const far = (each: Ends) => centreOf(bounds(each.from === id ? each.to : each.from)).x;
    const below = (each: Ends) => (each.from === id) === each.down;
    const same = ends
      .filter((each) => (each.from === id || each.to === id) && below(each) === below(one))
      .sort((a, b) => far(a) - far(b));
    return [same.indexOf(one), same.length];
  };
  for (const one of ends) docks.set(one.flow.id, [place(one, 'from'), place(one, 'to')]);
  return docks;
}

/** The place along a shape of one of several that share a side; alone it is the middle. */
function spread({ x, width }: Bounds, [at, of]: [at: number, of: number]): number {
  const step = width < 80 ? Math.min(EVENT_STEP, width / (of + 1)) : width / (of + 1);
  return x + width / 2 + (at - (of - 1) / 2) * step;
}
