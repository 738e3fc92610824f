import {
  childrenOf,
  collaborations,
  type DocElement,
  type ElementId,
  get,
  nameOf,
  type ProcessDocument,
  processes,
  ref,
} from '@/lib/document';
import { addArtifacts } from './artifacts';
import { contentsOf } from './contents';
import type { LayoutEngine } from './elk';
import { layoutFlow } from './flow';
import { arrangeLanes, HEADER } from './lanes';
import { addPlacement, centreOf, emptyPlacement, type Placement } from './placement';
import { route, type Side } from './route';
import { SIZES } from './sizes';

/** One diagram to be drawn: the element its plane stands for, and where everything goes. */
export interface PlacedDiagram {
  elementId: ElementId;
  placement: Placement;
}

const ORIGIN = { x: 160, y: 80 };
const POOL_GAP = 60;
const PADDING = 40;

/** Lays out every collaboration, and every process that no pool shows. */
export async function layoutDiagrams(
  document: ProcessDocument,
  engine: LayoutEngine,
): Promise<PlacedDiagram[]> {
  const diagrams: PlacedDiagram[] = [];
  const shown = new Set<ElementId>();
  for (const collaboration of collaborations(document)) {
    const pools = childrenOf(document, collaboration.id, 'participants');
    if (pools.length === 0) continue;
    const placement = await layoutPools(document, pools, engine);
    drawMessageFlows(document, collaboration.id, placement);
    addArtifacts(document, placement, contentsOf(document, collaboration.id));
    for (const pool of pools) shown.add(ref(pool, 'processRef') ?? '');
    diagrams.push(fromOrigin(collaboration.id, placement));
  }
  for (const process of processes(document)) {
    if (shown.has(process.id)) continue;
    const flow = await layoutFlow(document, process.id, engine);
    diagrams.push(fromOrigin(process.id, arrangeLanes(document, process.id, flow)));
  }
  return diagrams;
}

function fromOrigin(elementId: ElementId, content: Placement): PlacedDiagram {
  const placement = emptyPlacement();
  addPlacement(placement, content, ORIGIN);
  return { elementId, placement };
}

async function layoutPools(document: ProcessDocument, pools: readonly DocElement[], engine: LayoutEngine) {
  const contents: { pool: DocElement; content?: Placement; laned: boolean }[] = [];
  for (const pool of pools) {
    const process = get(document, ref(pool, 'processRef'));
    if (!process) {
      contents.push({ pool, laned: false });
      continue;
    }
    const flow = await layoutFlow(document, process.id, engine);
    const content = arrangeLanes(document, process.id, flow);
    contents.push({ pool, content, laned: content !== flow });
  }
  const wide = contents.map(
    ({ content, laned }) => (content?.width ?? 0) + HEADER + (laned ? 0 : 2 * PADDING),
  );
  const width = Math.max(SIZES.pool.width, ...wide);
  return stack(contents, width);
}

function stack(
  contents: { pool: DocElement; content?: Placement; laned: boolean }[],
  width: number,
): Placement {
  const result = emptyPlacement();
  let y = 0;
  for (const { pool, content, laned } of contents) {
    const padding = laned ? 0 : PADDING;
    const height = content
      ? Math.max(SIZES.pool.height, content.height + 2 * padding)
      : SIZES.blackBox.height;
    result.shapes.set(pool.id, { bounds: { x: 0, y, width, height }, isHorizontal: true });
    if (content)
      addPlacement(result, laned ? widened(content, width - HEADER) : content, {
        x: HEADER + padding,
        y: y + padding,
      });
    y += height + POOL_GAP;
  }
  return Object.assign(result, { width, height: y });
}

/** Lanes reach to the right border of their pool. */
function widened(content: Placement, width: number): Placement {
  const shapes = new Map(content.shapes);
  for (const [id, shape] of shapes) {
    if (!shape.isHorizontal) continue;
    shapes.set(id, { ...shape, bounds: { ...shape.bounds, width: width - shape.bounds.x } });
  }
  return { ...content, shapes };
}

function drawMessageFlows(document: ProcessDocument, collaborationId: ElementId, placement: Placement): void {
  const shapes = [...placement.shapes.values()];
  const pools = shapes.filter((shape) => shape.isHorizontal).map((shape) => shape.bounds);
  const obstacles = shapes
    .filter((shape) => !shape.isHorizontal && !shape.isExpanded)
    .map((shape) => shape.bounds);
  const channels = pools.map((pool) => pool.y + pool.height + POOL_GAP / 2);
  for (const flow of childrenOf(document, collaborationId, 'messageFlows')) {
    const from = placement.shapes.get(ref(flow, 'sourceRef') ?? '')?.bounds;
    const to = placement.shapes.get(ref(flow, 'targetRef') ?? '')?.bounds;
    if (!from || !to) continue;
    const down = centreOf(from).y <= centreOf(to).y;
    const [out, into]: [Side, Side] = down ? ['bottom', 'top'] : ['top', 'bottom'];
    const [start, end] = alignedWithPools(from, to, pools);
    const waypoints = route({ bounds: start, side: out }, { bounds: end, side: into }, obstacles, channels);
    const named = nameOf(flow) !== '';
    const middle = waypoints[Math.floor((waypoints.length - 1) / 2)];
    const label = named && middle ? { x: middle.x + 10, y: middle.y + 8, width: 90, height: 14 } : undefined;
    placement.edges.set(flow.id, { waypoints, ...(label && { label }) });
  }
}

/** A message flow to a pool ends right above or below its other end. */
function alignedWithPools<B extends { x: number; width: number }>(
  from: B,
  to: B,
  pools: readonly unknown[],
): [B, B] {
  const at = (pool: B, other: B): B => ({ ...pool, x: other.x + other.width / 2 - 1, width: 2 });
  const [fromPool, toPool] = [pools.includes(from), pools.includes(to)];
  if (toPool && !fromPool) return [from, at(to, from)];
  return fromPool && !toPool ? [at(from, to), to] : [from, to];
}
