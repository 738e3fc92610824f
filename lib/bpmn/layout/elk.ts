import type { ELK, ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api';
import { boundaryEvents, type ElementId, type ProcessDocument } from '@/lib/document';
import type { Contents, Link } from './contents';
import { isEvent, isGateway, labelSize, SIZES, type Size } from './sizes';

/** What lays out a graph: elkjs, in this thread or in a worker of the caller's. */
export type LayoutEngine = Pick<ELK, 'layout'>;

let shared: Promise<LayoutEngine> | undefined;

/** The engine in this thread, loaded on first use: it is 1.5 MB of code. */
export function defaultEngine(): Promise<LayoutEngine> {
  shared ??= import('elkjs/lib/elk.bundled.js').then(({ default: Elk }) => new Elk());
  return shared;
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.spacing.nodeNode': '40',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '15',
  'elk.spacing.componentComponent': '50',
  'elk.layered.spacing.nodeNodeBetweenLayers': '50',
  'elk.layered.spacing.edgeNodeBetweenLayers': '20',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
};

/** Up to this many nodes and links together the best result is worth its time, which grows steeply. */
const CAREFUL = 120;
const THOROUGH = {
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
};
const FAST = {
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
  'elk.layered.thoroughness': '3',
};

const BELOW = { 'elk.nodeLabels.placement': 'OUTSIDE V_BOTTOM H_CENTER' };
const IN = '~in';
const OUT = '~out';

/** The graph of a container's flow; `sizes` gives the nodes' sizes, expanded sub-processes included. */
export function flowGraph(
  document: ProcessDocument,
  contents: Contents,
  sizes: Map<ElementId, Size>,
): ElkNode {
  const boundary = new Set<ElementId>();
  const children = contents.nodes.map((node): ElkNode => {
    const attached = boundaryEvents(document, node.id).map((event) => event.id);
    for (const id of attached) boundary.add(id);
    const size = sizes.get(node.id) ?? SIZES.activity;
    const label = isEvent(node) || isGateway(node) ? labelSize(document, node.id) : undefined;
    return {
      id: node.id,
      ...size,
      ports: [...mainPorts(node.id, size), ...boundaryPorts(attached, size)],
      ...(label && { labels: [{ text: node.id, ...label }] }),
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS', ...(label && BELOW) },
    };
  });
  const edges = contents.links.map((link) => edge(document, link, boundary));
  const effort = children.length + edges.length <= CAREFUL ? THOROUGH : FAST;
  return { id: '~root', layoutOptions: { ...OPTIONS, ...effort }, children, edges };
}

/** How wide a node must be for the boundary events on its lower border. */
export const widthForBoundary = (count: number): number => 20 + count * 46;

function edge(document: ProcessDocument, link: Link, boundary: Set<ElementId>): ElkExtendedEdge {
  const label = labelSize(document, link.id);
  return {
    id: link.id,
    sources: [boundary.has(link.source) ? link.source : link.source + OUT],
    targets: [boundary.has(link.target) ? link.target : link.target + IN],
    ...(label && { labels: [{ text: link.id, ...label }] }),
  };
}

function mainPorts(id: ElementId, { width, height }: Size): ElkPort[] {
  const port = (suffix: string, side: string, x: number): ElkPort => ({
    id: id + suffix,
    x,
    y: height / 2,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': side },
  });
  return [port(IN, 'WEST', 0), port(OUT, 'EAST', width)];
}

/** Boundary events from the right end of the lower border to the left, their centres on it. */
function boundaryPorts(ids: readonly ElementId[], { width, height }: Size): ElkPort[] {
  const { width: size } = SIZES.event;
  return ids.map((id, index) => ({
    id,
    x: width - 10 - size - index * (size + 10),
    y: height - size / 2,
    width: size,
    height: size,
    layoutOptions: { 'elk.port.side': 'SOUTH', 'elk.port.borderOffset': String(-size / 2) },
  }));
}
