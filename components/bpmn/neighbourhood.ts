import { boundsOf } from './bounds';
import { isContainer } from './layers';
import type { DiagramEdge, DiagramNode, DiagramView } from './types';

/** A boundary event hangs on whatever activity its centre touches; the view model doesn't name its host. */
function sitsOn(event: DiagramNode, host: DiagramNode): boolean {
  if (event.spec.position !== 'boundary') return false;
  const x = event.x + event.spec.width / 2;
  const y = event.y + event.spec.height / 2;
  const near = 4;
  return (
    x >= host.x - near &&
    x <= host.x + host.spec.width + near &&
    y >= host.y - near &&
    y <= host.y + host.spec.height + near
  );
}

function reach(edges: readonly DiagramEdge[], start: string, hops: number): Set<string> {
  const seen = new Set([start]);
  let frontier = [start];
  for (let hop = 0; hop < hops; hop++) {
    const next: string[] = [];
    for (const edge of edges) {
      const { sourceId, targetId } = edge;
      if (!sourceId || !targetId) continue;
      if (frontier.includes(sourceId) && !seen.has(targetId)) next.push(targetId);
      if (frontier.includes(targetId) && !seen.has(sourceId)) next.push(sourceId);
    }
    for (const id of next) seen.add(id);
    frontier = next;
  }
  return seen;
}

/**
 * The part of a diagram around one element: what is at most `hops` sequence flows away in either direction, with
 * boundary events of what is shown. Flows that leave the part stay, to be cut by the picture's edge; pools, lanes
 * and expanded sub-processes are left out. An unknown id gives the whole diagram.
 */
export function neighbourhood(view: DiagramView, id: string, hops = 3): DiagramView {
  if (!view.nodes.some((n) => n.id === id)) return view;
  const flows = view.edges.filter((e) => e.kind === 'sequence');
  const ids = reach(flows, id, hops);
  const direct = view.nodes.filter((n) => ids.has(n.id) && (n.id === id || !isContainer(n)));
  const attached = view.nodes.filter((n) => !ids.has(n.id) && direct.some((host) => sitsOn(n, host)));
  const nodes = [...direct, ...attached];
  const shown = new Set(nodes.map((n) => n.id));
  const touches = (e: DiagramEdge) => shown.has(e.sourceId ?? '') || shown.has(e.targetId ?? '');
  const inner = (e: DiagramEdge) => shown.has(e.sourceId ?? '') && shown.has(e.targetId ?? '');
  return { nodes, edges: flows.filter(touches), bounds: boundsOf(nodes, flows.filter(inner)) };
}
