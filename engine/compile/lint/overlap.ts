import type { DocElement, ProcessDocument } from '../document';
import { isFlowNode } from '../flow-model';
import { get, reference, titleOf, values } from '../read';
import { rule } from './rule';

interface Shape {
  element: DocElement;
  plane: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Two steps, or two pools, of which one covers the other; an event on the border of its step does so by its nature. */
export const overlap = rule('overlap', ({ document }, report) => {
  const told = new Set<string>();
  for (const [one, other] of collisions(shapesOf(document))) {
    if (told.has(other.element.id)) continue;
    told.add(other.element.id);
    report(
      'info',
      other.element,
      `“${titleOf(other.element)}” and “${titleOf(one.element)}” are drawn over each other. Move one of them.`,
    );
  }
});

/** Pairs in one scope that cover each other, found from left to right. */
function* collisions(shapes: readonly Shape[]): Generator<[Shape, Shape]> {
  let open: Shape[] = [];
  for (const shape of [...shapes].sort((a, b) => a.left - b.left)) {
    open = open.filter((other) => other.right > shape.left);
    for (const other of open) if (cover(shape, other)) yield [other, shape];
    open.push(shape);
  }
}

const cover = (a: Shape, b: Shape): boolean =>
  a.plane === b.plane &&
  a.element.parent === b.element.parent &&
  a.top < b.bottom &&
  b.top < a.bottom &&
  !isHost(a, b) &&
  !isHost(b, a);

const isHost = (host: Shape, event: Shape): boolean =>
  reference(event.element, 'attachedToRef') === host.element.id;

function shapesOf(document: ProcessDocument): Shape[] {
  return Object.values(document.elements).flatMap((shape) => {
    if (shape.type !== 'bpmndi:BPMNShape') return [];
    const element = get(document, reference(shape, 'bpmnElement'));
    if (!element || (!isFlowNode(element.type) && element.type !== 'bpmn:Participant')) return [];
    const [bounds] = values(shape, 'bounds');
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(bounds?.[name]));
    const place = { left: x!, top: y!, right: x! + width!, bottom: y! + height! };
    return Object.values(place).every(Number.isFinite)
      ? [{ element, plane: shape.parent ?? '', ...place }]
      : [];
  });
}
