import {
  boundaryEvents,
  childrenOf,
  type DocElement,
  type ElementId,
  type Point,
  type ProcessDocument,
  refList,
} from '@/lib/document';
import { drawLoose } from './artifacts';
import { contentsOf, type Link } from './contents';
import { MOST_COMPARED, neaten } from './neaten';
import { addPlacement, centreOf, emptyPlacement, type PlacedShape, type Placement } from './placement';
import { route } from './route';
import { labelSize, SIZES } from './sizes';

/** Width of the strip with a pool's or lane's name. */
export const HEADER = 30;
const ROW_GAP = 50;
const MARGIN = 40;
/** From one line of a channel to the next, in px. */
const BESIDE = 6;

interface Band {
  lane: DocElement;
  depth: number;
  top: number;
  bottom: number;
}

/**
 * Moves a laid-out process into its lanes: nodes keep their place along the flow, get a row in their lane's
 * band, and the flow is drawn anew. Returns the placement unchanged when the process has no lanes.
 */
export function arrangeLanes(document: ProcessDocument, processId: ElementId, flow: Placement): Placement {
  const leaves = leafLanes(document, processId);
  if (leaves.length === 0) return flow;
  const contents = contentsOf(document, processId);
  const movable = [...contents.nodes, ...contents.artifacts].filter((node) => flow.shapes.has(node.id));
  const depth = Math.max(...leaves.map((leaf) => leaf.depth));
  const left = depth * HEADER + MARGIN;
  const result = emptyPlacement();
  const channels: number[] = [];
  let y = 0;
  const bands: Band[] = leaves.map(({ lane, depth: level }, index) => {
    const nodes = movable.filter((node) => laneIndex(leaves, node.id) === index);
    const top = y;
    for (const row of rowsOf(
      nodes.map((node) => node.id),
      flow,
    ))
      y = placeRow(document, result, flow, row, left, y, channels);
    y = Math.max(y + (nodes.length > 0 ? MARGIN / 2 : 0), top + SIZES.lane.height);
    channels.push(y - 8);
    return { lane, depth: level, top, bottom: y };
  });
  routeAll(document, result, contents.links, channels);
  for (const link of contents.loose) drawLoose(result, link);
  result.width = Math.max(SIZES.lane.width, flow.width + left + MARGIN);
  result.height = y;
  drawLanes(document, processId, result, bands);
  return result;
}

function leafLanes(document: ProcessDocument, processId: ElementId): { lane: DocElement; depth: number }[] {
  const descend = (lane: DocElement, depth: number): { lane: DocElement; depth: number }[] => {
    const inner = childrenOf(document, lane.id, 'childLaneSet').flatMap((set) =>
      childrenOf(document, set.id, 'lanes'),
    );
    return inner.length > 0 ? inner.flatMap((child) => descend(child, depth + 1)) : [{ lane, depth }];
  };
  const sets = childrenOf(document, processId, 'laneSets');
  return sets.flatMap((set) => childrenOf(document, set.id, 'lanes')).flatMap((lane) => descend(lane, 1));
}

/** The lane that lists a node; the first one for a node that none lists. */
function laneIndex(leaves: { lane: DocElement }[], id: ElementId): number {
  const found = leaves.findIndex(({ lane }) => refList(lane, 'flowNodeRef').includes(id));
  return Math.max(0, found);
}

/** Rows of nodes that don't cover each other, in the order the flow's layout gave from top to bottom. */
function rowsOf(ids: readonly ElementId[], flow: Placement): ElementId[][] {
  const shape = (id: ElementId) => reach(flow.shapes.get(id) as PlacedShape);
  const sorted = [...ids].sort((a, b) => shape(a).y - shape(b).y || shape(a).x - shape(b).x);
  const rows: ElementId[][] = [];
  for (const id of sorted) {
    const free = rows.find((row) => row.every((other) => apart(shape(id), shape(other))));
    if (free) free.push(id);
    else rows.push([id]);
  }
  return rows;
}

/** A shape with its label: what must not be covered along the flow. */
function reach({ bounds, label }: PlacedShape): { x: number; y: number; right: number } {
  const x = Math.min(bounds.x, label?.x ?? bounds.x);
  return {
    x,
    y: centreOf(bounds).y,
    right: Math.max(bounds.x + bounds.width, label ? label.x + label.width : 0),
  };
}

const apart = (a: { x: number; right: number }, b: { x: number; right: number }): boolean =>
  a.right + 10 <= b.x || b.right + 10 <= a.x;

function placeRow(
  document: ProcessDocument,
  result: Placement,
  flow: Placement,
  row: readonly ElementId[],
  left: number,
  top: number,
  channels: number[],
): number {
  const shapes = row.map((id) => flow.shapes.get(id) as PlacedShape);
  const height = Math.max(...shapes.map((shape) => shape.bounds.height));
  const centre = top + ROW_GAP / 2 + height / 2;
  channels.push(top + 12);
  let below = 0;
  row.forEach((id, index) => {
    const shape = shapes[index] as PlacedShape;
    const by = { x: left, y: centre - centreOf(shape.bounds).y };
    const attached = boundaryEvents(document, id).map((event) => event.id);
    addPlacement(result, withContents(document, flow, [id, ...attached]), by);
    const label = labelSize(document, id);
    if (shape.label && label) below = Math.max(below, shape.bounds.height / 2 + label.height - height / 2);
    if (attached.length > 0) below = Math.max(below, 40);
  });
  return centre + height / 2 + Math.max(0, below) + ROW_GAP / 2;
}

/** A node, its boundary events, and whatever a sub-process contains. */
function withContents(document: ProcessDocument, flow: Placement, ids: readonly ElementId[]): Placement {
  const part = emptyPlacement();
  const pending = [...ids];
  // First in, first out: a host comes before the events that are drawn over its border.
  for (let id = pending.shift(); id !== undefined; id = pending.shift()) {
    const [shape, edge] = [flow.shapes.get(id), flow.edges.get(id)];
    if (shape) part.shapes.set(id, shape);
    if (edge) part.edges.set(id, edge);
    if (!shape?.isExpanded) continue;
    const inner = contentsOf(document, id);
    const nodes = inner.nodes.flatMap((node) => [node, ...boundaryEvents(document, node.id)]);
    pending.push(...[...nodes, ...inner.artifacts, ...inner.links, ...inner.loose].map((item) => item.id));
  }
  return part;
}

function routeAll(
  document: ProcessDocument,
  placement: Placement,
  links: readonly Link[],
  channels: readonly number[],
): void {
  const obstacles = [...placement.shapes.values()]
    .filter((shape) => !shape.isExpanded)
    .map((shape) => shape.bounds);
  // Two lines of one channel run beside each other.
  const ways = channels.flatMap((y) => [y, y - BESIDE, y + BESIDE]);
  const drawn: Point[][] = [];
  for (const { id, source, target } of links) {
    const from = placement.shapes.get(source)?.bounds;
    const to = placement.shapes.get(target)?.bounds;
    if (!from || !to) continue;
    const onBorder = [...placement.shapes.values()].some(
      ({ bounds }) => bounds !== from && cuts(bounds, from),
    );
    const start = { bounds: from, side: onBorder ? ('bottom' as const) : ('right' as const) };
    const waypoints = route(start, { bounds: to, side: 'left' }, obstacles, ways, drawn);
    if (links.length <= MOST_COMPARED) drawn.push(waypoints);
    placement.edges.set(id, { waypoints });
  }
  neaten(document, placement, links);
}

/** Whether the lower border of `host` runs through the middle of `event`. */
function cuts(host: PlacedShape['bounds'], event: PlacedShape['bounds']): boolean {
  const { x, y } = centreOf(event);
  return Math.abs(host.y + host.height - y) < 2 && x > host.x && x < host.x + host.width && event.width <= 36;
}

function drawLanes(
  document: ProcessDocument,
  processId: ElementId,
  result: Placement,
  bands: readonly Band[],
): void {
  const bandOf = new Map(bands.map((band) => [band.lane.id, band]));
  const draw = (lane: DocElement, depth: number): { top: number; bottom: number } => {
    const inner = childrenOf(document, lane.id, 'childLaneSet').flatMap((set) =>
      childrenOf(document, set.id, 'lanes'),
    );
    const spans = inner.map((child) => draw(child, depth + 1));
    const span = bandOf.get(lane.id) ?? {
      top: Math.min(...spans.map((child) => child.top)),
      bottom: Math.max(...spans.map((child) => child.bottom)),
    };
    const x = (depth - 1) * HEADER;
    const bounds = { x, y: span.top, width: result.width - x, height: span.bottom - span.top };
    result.shapes.set(lane.id, { bounds, isHorizontal: true });
    return span;
  };
  const sets = childrenOf(document, processId, 'laneSets');
  for (const lane of sets.flatMap((set) => childrenOf(document, set.id, 'lanes'))) draw(lane, 1);
}
