import {
  boundsOf,
  childrenOf,
  diWaypoints,
  type ElementId,
  type Point,
  type ProcessDocument,
  resolve,
} from '@/lib/document';
import { contains, distanceToLine, isConnection } from '@/lib/editing';

/** The element drawn on top at a point of a plane: the smallest shape, else a flow within 8 px, else nothing. */
export function elementAt(
  document: ProcessDocument,
  planeId: ElementId,
  at: Point,
  except?: ElementId,
): ElementId | undefined {
  let best: { id: ElementId; area: number } | undefined;
  let line: ElementId | undefined;
  for (const di of childrenOf(document, planeId, 'planeElement')) {
    const element = resolve(document, di, 'bpmnElement');
    if (!element || element.id === except) continue;
    if (isConnection(element)) {
      if (distanceToLine(at, diWaypoints(di)) <= 8) line = element.id;
      continue;
    }
    const bounds = boundsOf(document, element.id, planeId);
    if (!bounds || !contains(bounds, at) || element.type === 'bpmn:Lane') continue;
    const area = element.type === 'bpmn:BoundaryEvent' ? 0 : bounds.width * bounds.height;
    if (!best || area < best.area) best = { id: element.id, area };
  }
  return best?.id ?? line;
}
