import type { DocElement, ProcessDocument } from '../document';
import { isFlowNode } from '../flow-model';
import { ofType } from '../of-type';
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

/** Side of the squares that shapes are sorted into, in diagram pixels: about that of a step with its surroundings. */
const SQUARE = 200;
/** What covers more squares than that, as a pool, is compared with everything in its scope. */
const MOST_SQUARES = 400;

/** Pairs in one scope and on one plane that cover each other; only neighbours are compared. */
function* collisions(shapes: readonly Shape[]): Generator<[Shape, Shape]> {
  const squares = new Map<string, Shape[]>();
  const large: Shape[] = [];
  for (const shape of shapes) {
    const near = new Set(large);
    const names = squaresOf(shape);
    if (!names) {
      large.push(shape);
      for (const list of squares.values()) for (const other of list) near.add(other);
    }
    for (const name of names ?? []) {
      const list = squares.get(name);
      for (const other of list ?? []) near.add(other);
      if (list) list.push(shape);
      else squares.set(name, [shape]);
    }
    for (const other of near) if (cover(other, shape)) yield [other, shape];
  }
}

/** The squares a shape lies in; undefined when there are too many of them. */
function squaresOf({ element, plane, left, right, top, bottom }: Shape): string[] | undefined {
  const [x1, x2, y1, y2] = [left, right, top, bottom].map((at) => Math.floor(at / SQUARE)) as [
    number,
    number,
    number,
    number,
  ];
  if ((x2 - x1 + 1) * (y2 - y1 + 1) > MOST_SQUARES) return undefined;
  const names: string[] = [];
  for (let x = x1; x <= x2; x++)
    for (let y = y1; y <= y2; y++) names.push(`${plane} ${element.parent} ${x} ${y}`);
  return names;
}

const cover = (a: Shape, b: Shape): boolean =>
  a.plane === b.plane &&
  a.element.parent === b.element.parent &&
  a.left < b.right &&
  b.left < a.right &&
  a.top < b.bottom &&
  b.top < a.bottom &&
  !isHost(a, b) &&
  !isHost(b, a);

const isHost = (host: Shape, event: Shape): boolean =>
  reference(event.element, 'attachedToRef') === host.element.id;

function shapesOf(document: ProcessDocument): Shape[] {
  return ofType(document, 'bpmndi:BPMNShape').flatMap((shape) => {
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
