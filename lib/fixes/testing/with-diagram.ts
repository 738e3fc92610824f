import { newElement, type ProcessDocument, ref } from '@/lib/document';
import { routeBetween } from '@/lib/editing';
import { addEdge, addShape } from '@/lib/editing/di';
import { Edit } from '@/lib/editing/edit';

const NODE = /^bpmn:(?:\w*Task|\w*Event|\w*Gateway|\w*SubProcess|Transaction|CallActivity|TextAnnotation)$/;
const LINE = /^bpmn:(?:SequenceFlow|Association|MessageFlow)$/;

/** A document of a test as if it had been drawn: a shape for every node, all in one row, and an edge for every line. */
export function withDiagram(document: ProcessDocument): ProcessDocument {
  const edit = new Edit(document);
  const root = Object.values(document.elements).find(({ type }) => type === 'bpmn:Collaboration');
  const shown = root ?? Object.values(document.elements).find(({ type }) => type === 'bpmn:Process');
  edit.add(newElement('bpmndi:BPMNDiagram', 'Diagram', document.root, 'diagrams'));
  const refs = shown ? { bpmnElement: shown.id } : undefined;
  edit.add(newElement('bpmndi:BPMNPlane', 'Plane', 'Diagram', 'plane', refs ? { refs } : {}));
  let x = 200;
  for (const element of Object.values(document.elements)) {
    if (!NODE.test(element.type)) continue;
    addShape(edit, 'Plane', element.id, { x, y: 200, width: 100, height: 80 });
    x += 200;
  }
  for (const element of Object.values(document.elements)) {
    if (!LINE.test(element.type)) continue;
    const [source, target] = [ref(element, 'sourceRef'), ref(element, 'targetRef')];
    const points = source && target && routeBetween(edit.document, 'bpmn:SequenceFlow', source, target);
    addEdge(
      edit,
      'Plane',
      element.id,
      points || [
        { x: 0, y: 0 },
        { x: 50, y: 0 },
      ],
    );
  }
  return edit.document;
}
