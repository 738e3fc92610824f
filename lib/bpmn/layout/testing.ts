import {
  diBounds,
  drawnElement,
  elementsOfType,
  labelBoundsOf,
  type ProcessDocument,
  waypointsOf,
} from '@/lib/document';
import { overlap } from './placement';
import { crosses } from './route';

/** For tests: names of flows that a line runs through, or that cover a shape or another name; with what it is. */
export function coveredLabels(document: ProcessDocument): string[] {
  const flows = elementsOfType(document, 'bpmn:SequenceFlow').map(({ id }) => id);
  const shapes = elementsOfType(document, 'bpmndi:BPMNShape').filter(
    ({ attrs }) => !attrs.isExpanded && !attrs.isHorizontal,
  );
  const boxes = [
    ...shapes.map((di) => ({ id: `${drawnElement(document, di)?.id}`, box: diBounds(di) })),
    ...elementsOfType(document, 'bpmndi:BPMNShape').map((di) => {
      const id = `${drawnElement(document, di)?.id}`;
      return { id: `name of ${id}`, box: labelBoundsOf(document, id) };
    }),
    ...flows.map((id) => ({ id: `name of ${id}`, box: labelBoundsOf(document, id) })),
  ];
  return flows.flatMap((flow) => {
    const label = labelBoundsOf(document, flow);
    if (!label) return [];
    const by = boxes.filter(({ id, box }) => id !== `name of ${flow}` && box && overlap(box, label));
    const through = flows.filter((other) => {
      const line = waypointsOf(document, other);
      return line.some((point, i) => i > 0 && crosses(line[i - 1] ?? point, point, label));
    });
    return [...by.map(({ id }) => id), ...through].map((what) => `${flow} and ${what}`);
  });
}
