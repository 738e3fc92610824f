import {
  type DocElement,
  type ElementId,
  get,
  hasDiagram,
  newElement,
  type ProcessDocument,
} from '@/lib/document';
import { BPMNDI, DC, DI } from '../xml/tree';
import { defaultEngine, type LayoutEngine } from './elk';
import { withDrawableIds } from './ids';
import type { PlacedEdge, PlacedShape } from './placement';
import { layoutDiagrams, type PlacedDiagram } from './pools';

export type { LayoutEngine } from './elk';

/**
 * Gives a document a diagram when it has none: left to right, standard sizes, sub-processes in place,
 * orthogonal lines; a diagram for each collaboration and each process outside one. A document with a diagram
 * comes back as it is. In a browser pass an `engine` whose work is done in a worker.
 */
export async function layoutDocument(
  document: ProcessDocument,
  engine?: LayoutEngine,
): Promise<ProcessDocument> {
  if (hasDiagram(document)) return document;
  const cleared = withDiagramNamespaces(withDrawableIds(withoutEmptyDiagrams(document)));
  const diagrams = await layoutDiagrams(cleared, engine ?? (await defaultEngine()));
  const entries = diagrams.flatMap((diagram) => entriesOf(cleared, diagram));
  const root = get(cleared, cleared.root);
  if (!root || diagrams.length === 0) return cleared;
  const added = entries.filter((entry) => entry.type === 'bpmndi:BPMNDiagram').map((entry) => entry.id);
  const children = { ...root.children, diagrams: [...(root.children.diagrams ?? []), ...added] };
  const elements = Object.fromEntries(entries.map((entry) => [entry.id, entry]));
  return { ...cleared, elements: { ...cleared.elements, ...elements, [root.id]: { ...root, children } } };
}

function withoutEmptyDiagrams(document: ProcessDocument): ProcessDocument {
  const kept = Object.entries(document.elements).filter(([, element]) => !element.type.startsWith('bpmndi:'));
  const root = get(document, document.root);
  if (!root) return document;
  const { diagrams: _, ...children } = root.children;
  return { ...document, elements: { ...Object.fromEntries(kept), [root.id]: { ...root, children } } };
}

/** Declares what a diagram is written in, so that the exported file reads back as the same document. */
function withDiagramNamespaces(document: ProcessDocument): ProcessDocument {
  const namespaces = { ...document.namespaces };
  for (const [wanted, uri] of Object.entries({ bpmndi: BPMNDI, dc: DC, di: DI })) {
    if (Object.values(namespaces).includes(uri)) continue;
    let prefix = wanted;
    while (Object.hasOwn(namespaces, prefix)) prefix = `${prefix}_`;
    namespaces[prefix] = uri;
  }
  return { ...document, namespaces };
}

function entriesOf(document: ProcessDocument, { elementId, placement }: PlacedDiagram): DocElement[] {
  const taken = new Set(Object.keys(document.elements));
  const free = (wanted: ElementId): ElementId => {
    let id = wanted;
    while (taken.has(id)) id = `${id}_`;
    taken.add(id);
    return id;
  };
  const [diagram, plane] = [free(`${elementId}_diagram`), free(`${elementId}_plane`)];
  const entries: DocElement[] = [];
  const items: ElementId[] = [];
  const add = (target: ElementId, type: string, parts: Partial<DocElement>, label: PlacedShape['label']) => {
    const id = free(`${target.replace(/[^\w.-]/g, '_')}_di`);
    items.push(id);
    const labels = label ? labelEntry(id, label) : [];
    const children: Record<string, string[]> = label ? { label: labels.map((entry) => entry.id) } : {};
    const refs = { bpmnElement: target };
    entries.push(newElement(type, id, plane, 'planeElement', { ...parts, refs, children }), ...labels);
  };
  for (const [id, shape] of placement.shapes)
    add(id, 'bpmndi:BPMNShape', shapeParts(document, id, shape), shape.label);
  for (const [id, edge] of placement.edges) add(id, 'bpmndi:BPMNEdge', edgeParts(edge), edge.label);
  return [
    newElement('bpmndi:BPMNDiagram', diagram, document.root, 'diagrams', { children: { plane: [plane] } }),
    newElement('bpmndi:BPMNPlane', plane, diagram, 'plane', {
      refs: { bpmnElement: elementId },
      children: items.length > 0 ? { planeElement: items } : {},
    }),
    ...entries,
  ];
}

function labelEntry(owner: ElementId, bounds: NonNullable<PlacedShape['label']>): DocElement[] {
  const id = `${owner}~label.0`;
  const values = { bounds: { $type: 'dc:Bounds', ...bounds } };
  return [newElement('bpmndi:BPMNLabel', id, owner, 'label', { implicitId: true, values })];
}

function shapeParts(document: ProcessDocument, id: ElementId, shape: PlacedShape): Partial<DocElement> {
  const attrs: DocElement['attrs'] = {};
  if (shape.isExpanded) attrs.isExpanded = true;
  if (shape.isHorizontal) attrs.isHorizontal = true;
  if (get(document, id)?.type === 'bpmn:ExclusiveGateway') attrs.isMarkerVisible = true;
  return { attrs, values: { bounds: { $type: 'dc:Bounds', ...shape.bounds } } };
}

function edgeParts({ waypoints }: PlacedEdge): Partial<DocElement> {
  return { values: { waypoint: waypoints.map((point) => ({ $type: 'dc:Point', ...point })) } };
}
