import type { DocElement, ProcessDocument } from '../document';

/** The document with a diagram that shows elements at `[x, y, width, height]`, and flows where no size is given. */
export function shown(
  document: ProcessDocument,
  places: Record<string, readonly [number, number, number, number] | null>,
): ProcessDocument {
  const elements = { ...document.elements };
  const entry = (id: string, type: string, parent: string, rest: Partial<DocElement>): void => {
    const nothing = { attrs: {}, refs: {}, children: {}, values: {} };
    elements[id] = { id, type: `bpmndi:${type}`, parent, containment: '', ...nothing, ...rest };
  };
  const drawn = Object.keys(places).map((id) => `${id}_di`);
  entry('Diagram', 'BPMNDiagram', document.root, { children: { plane: ['Plane'] } });
  entry('Plane', 'BPMNPlane', 'Diagram', { children: { planeElement: drawn } });
  for (const [id, place] of Object.entries(places)) {
    const refs = { bpmnElement: id };
    const values: DocElement['values'] = place ? { bounds: boundsOf(place) } : {};
    entry(`${id}_di`, place ? 'BPMNShape' : 'BPMNEdge', 'Plane', { refs, values });
  }
  return { ...document, elements };
}

const boundsOf = ([x, y, width, height]: readonly number[]) => ({ $type: 'dc:Bounds', x, y, width, height });
