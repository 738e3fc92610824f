import {
  childrenOf,
  collaborations,
  type DocElement,
  type ElementId,
  get,
  type ProcessDocument,
  processes,
  ref,
} from '@/lib/document';
import { addArtifacts } from './artifacts';
import { contentsOf } from './contents';
import type { LayoutEngine } from './elk';
import { layoutFlow } from './flow';
import { arrangeLanes, HEADER } from './lanes';
import { drawMessageFlows } from './message-flows';
import { addPlacement, emptyPlacement, type Placement } from './placement';
import { SIZES } from './sizes';

/** One diagram to be drawn: the element its plane stands for, and where everything goes. */
export interface PlacedDiagram {
  elementId: ElementId;
  placement: Placement;
}

const ORIGIN = { x: 160, y: 80 };
/** Room between two pools, in px of the diagram. */
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
    drawMessageFlows(document, collaboration.id, placement, POOL_GAP);
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
