import type { DocElement, ElementId, ProcessDocument } from './types';

const NAMESPACES = {
  bpmn: 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  bpmndi: 'http://www.omg.org/spec/BPMN/20100524/DI',
  dc: 'http://www.omg.org/spec/DD/20100524/DC',
  di: 'http://www.omg.org/spec/DD/20100524/DI',
  zeebe: 'http://camunda.org/schema/zeebe/1.0',
  countersign: 'urn:countersign:bpmn:1',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

/** A new id that is an XML NCName and not taken: the prefix and seven letters or digits. */
export function newId(prefix: string, taken: ProcessDocument | ReadonlySet<string>): ElementId {
  const isTaken = (id: string) => ('elements' in taken ? Object.hasOwn(taken.elements, id) : taken.has(id));
  for (;;) {
    const id = `${prefix}_${Array.from({ length: 7 }, randomDigit).join('')}`;
    if (!isTaken(id)) return id;
  }
}

const randomDigit = (): string => Math.floor(Math.random() * 36).toString(36);

/** An empty entry; the caller links it into its parent's `children`. */
export function newElement(
  type: string,
  id: ElementId,
  parent: ElementId | null,
  containment: string,
  parts: Partial<DocElement> = {},
): DocElement {
  return { id, type, parent, containment, attrs: {}, refs: {}, children: {}, values: {}, ...parts };
}

/** A new executable process: one start event and its diagram. `processId` is chosen when not given. */
export function newDocument({ name, processId }: { name: string; processId?: string }): ProcessDocument {
  const process = processId ?? newId('Process', new Set());
  const start = newId('StartEvent', new Set());
  const [root, diagram, plane] = [`Definitions_${process}`, `Diagram_${process}`, `Plane_${process}`];
  const shape = `${start}_di`;
  const entries = [
    newElement('bpmn:Definitions', root, null, '', {
      attrs: { targetNamespace: 'urn:countersign:processes', exporter: 'Countersign' },
      children: { rootElements: [process], diagrams: [diagram] },
    }),
    newElement('bpmn:Process', process, root, 'rootElements', {
      attrs: { name, isExecutable: true },
      children: { flowElements: [start] },
    }),
    newElement('bpmn:StartEvent', start, process, 'flowElements'),
    newElement('bpmndi:BPMNDiagram', diagram, root, 'diagrams', { children: { plane: [plane] } }),
    newElement('bpmndi:BPMNPlane', plane, diagram, 'plane', {
      refs: { bpmnElement: process },
      children: { planeElement: [shape] },
    }),
    newElement('bpmndi:BPMNShape', shape, plane, 'planeElement', {
      refs: { bpmnElement: start },
      values: { bounds: { $type: 'dc:Bounds', x: 180, y: 160, width: 36, height: 36 } },
    }),
  ];
  return {
    format: 1,
    root,
    namespaces: NAMESPACES,
    elements: Object.fromEntries(entries.map((entry) => [entry.id, entry])),
  };
}
