import {
  boundsOf,
  type ElementId,
  edgeOf,
  get,
  type Point,
  type ProcessDocument,
  planes,
  waypointsOf,
} from '@/lib/document';
import * as editing from '@/lib/editing';
import type { Random } from './random';

/** What random operations work on: a document and what can be chosen in it. */
export interface Board {
  document: ProcessDocument;
  random: Random;
  nodes: ElementId[];
  lines: ElementId[];
  planes: ElementId[];
}

export type Operation = (board: Board) => editing.EditResult;

export function boardOf(document: ProcessDocument, random: Random): Board {
  const all = Object.values(document.elements);
  return {
    document,
    random,
    nodes: all.filter((e) => editing.isNode(e) && boundsOf(document, e.id)).map(({ id }) => id),
    lines: all.filter((e) => editing.isConnection(e) && edgeOf(document, e.id)).map(({ id }) => id),
    planes: planes(document).map(({ id }) => id),
  };
}

/** Mostly something that is there, sometimes anything, so that every operation meets what it has to refuse. */
const node = ({ random, nodes, lines, planes: sheets, document }: Board): ElementId => {
  if (random.chance(0.96) && nodes.length > 0) return random.pick(nodes);
  return random.pick(['nothing', document.root, ...lines.slice(0, 3), ...sheets, '__proto__']);
};
const ofType = (board: Board, type: RegExp): ElementId => {
  const some = board.nodes.filter((id) => type.test(get(board.document, id)?.type ?? ''));
  return some.length > 0 && board.random.chance(0.9) ? board.random.pick(some) : node(board);
};
const line = (board: Board): ElementId =>
  board.lines.length > 0 ? board.random.pick(board.lines) : node(board);
const several = (board: Board): ElementId[] =>
  Array.from({ length: board.random.int(1, 5) }, () => node(board));
const plane = (board: Board): ElementId =>
  board.random.chance(0.99) ? board.random.pick(board.planes.length > 0 ? board.planes : ['']) : node(board);
const point = ({ random, document, nodes }: Board): Point => {
  if (random.chance(0.005)) return { x: Number.NaN, y: 0 };
  const near = random.chance(0.6) && nodes.length > 0 ? boundsOf(document, random.pick(nodes)) : undefined;
  if (near)
    return { x: near.x + random.int(-20, near.width + 40), y: near.y + random.int(-20, near.height + 40) };
  return { x: random.int(-200, 1600), y: random.int(-200, 1200) };
};
const delta = ({ random }: Board): Point => ({
  x: random.chance(0.005) ? Number.NaN : random.int(-30, 30) * 10,
  y: random.int(-20, 20) * 10,
});
const kind = ({ random }: Board) => random.pick(editing.KINDS);
const size = (board: Board) => {
  const b = boundsOf(board.document, node(board)) ?? { x: 0, y: 0, width: 300, height: 200 };
  const by = () => board.random.int(-15, 15) * 10;
  return { x: b.x + by(), y: b.y + by(), width: b.width + by(), height: b.height + by() };
};
const REPETITIONS = ['none', 'loop', 'parallel', 'sequential'] as const;
const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;

const morph: Operation = (board) => {
  const id = node(board);
  const fits = editing.KINDS.filter((one) => !editing.isRefused(editing.canMorph(board.document, id, one)));
  const to = fits.length > 0 && board.random.chance(0.9) ? board.random.pick(fits) : kind(board);
  if (get(board.document, id)) editing.lossesOf(board.document, id, to);
  return editing.morph(board.document, id, to);
};

const resize: Operation = (board) => {
  const id = ofType(board, /Lane|Participant|SubProcess|Transaction|Group|Annotation/);
  const b = boundsOf(board.document, id);
  const by = () => board.random.int(-12, 12) * 10;
  const to = b
    ? { x: b.x + by(), y: b.y + by(), width: b.width + by(), height: b.height + by() }
    : size(board);
  return editing.resize(board.document, id, board.random.chance(0.02) ? { ...to, width: Number.NaN } : to);
};

const pasteText: Operation = (board) => {
  const clip = editing.copy(board.document, several(board));
  const again = clip && editing.clipFromText(editing.clipToText(clip));
  if (!again) return editing.refuse('There is nothing to copy');
  return editing.paste(
    board.document,
    again,
    plane(board),
    board.random.chance(0.8) ? point(board) : undefined,
  );
};

const space: Operation = (board) =>
  editing.makeSpace(board.document, {
    plane: plane(board),
    axis: board.random.pick(['x', 'y'] as const),
    at: board.random.int(-100, 1200),
    by: board.random.int(-20, 20) * 10,
    invert: board.random.chance(0.4),
    within: board.random.chance(0.4) ? ofType(board, /Participant|SubProcess/) : undefined,
  });

/** Every operation by name, with how often it is chosen. */
export const OPERATIONS: Readonly<Record<string, [weight: number, operation: Operation]>> = {
  place: [6, (b) => editing.place(b.document, kind(b), { plane: plane(b), at: point(b) })],
  addNode: [2, (b) => editing.addNode(b.document, kind(b), { plane: plane(b), at: point(b) })],
  append: [
    6,
    (b) => editing.append(b.document, node(b), kind(b), b.random.chance(0.2) ? point(b) : undefined),
  ],
  prepend: [2, (b) => editing.prepend(b.document, node(b), kind(b))],
  connect: [6, (b) => editing.connect(b.document, node(b), node(b))],
  reconnect: [
    3,
    (b) => editing.reconnect(b.document, line(b), b.random.pick(['source', 'target'] as const), node(b)),
  ],
  drop: [6, (b) => editing.drop(b.document, several(b), delta(b))],
  dropOne: [5, (b) => editing.drop(b.document, [node(b)], delta(b))],
  move: [3, (b) => editing.move(b.document, several(b), delta(b))],
  nudge: [3, (b) => editing.nudge(b.document, [node(b)], { x: b.random.int(-1, 1), y: 1 })],
  attach: [2, (b) => editing.attachBoundary(b.document, ofType(b, /Event$/), ofType(b, /Task/), point(b))],
  addBoundary: [2, (b) => editing.addBoundary(b.document, kind(b), node(b), point(b))],
  detach: [1, (b) => editing.detach(b.document, ofType(b, /BoundaryEvent/), point(b))],
  dropOnFlow: [2, (b) => editing.dropOnFlow(b.document, node(b), line(b), point(b))],
  addOnFlow: [2, (b) => editing.addOnFlow(b.document, kind(b), line(b), point(b))],
  label: [
    2,
    (b) =>
      editing.setLabel(
        b.document,
        b.random.chance(0.7) ? node(b) : line(b),
        b.random.pick(['', 'A', 'B <&>\n"c"']),
      ),
  ],
  moveLabel: [1, (b) => editing.moveLabel(b.document, node(b), point(b), { width: 60, height: 14 })],
  morph: [5, morph],
  resize: [5, resize],
  waypoints: [3, (b) => bend(b)],
  resetRoute: [1, (b) => editing.resetRoute(b.document, line(b))],
  duplicate: [2, (b) => editing.duplicate(b.document, several(b))],
  paste: [3, pasteText],
  rename: [1, (b) => editing.renameId(b.document, node(b), `Id_${b.random.int(0, 9999)}`)],
  update: [1, (b) => update(b)],
  remove: [4, (b) => editing.remove(b.document, [node(b)])],
  removeSeveral: [2, (b) => editing.remove(b.document, several(b))],
  removeLine: [2, (b) => editing.remove(b.document, [line(b)])],
  addLane: [
    2,
    (b) =>
      editing.addLane(b.document, ofType(b, /Lane|Participant/), b.random.pick(['above', 'below'] as const)),
  ],
  divideLane: [
    2,
    (b) => editing.divideLane(b.document, ofType(b, /Lane|Participant/), b.random.pick([2, 3] as const)),
  ],
  moveToLane: [2, (b) => editing.moveToLane(b.document, several(b), ofType(b, /Lane/))],
  removeLane: [1, (b) => editing.remove(b.document, [ofType(b, /Lane/)])],
  blackBox: [1, (b) => editing.toBlackBox(b.document, ofType(b, /Participant/))],
  openPool: [1, (b) => editing.toOpenPool(b.document, ofType(b, /Participant/))],
  expanded: [4, (b) => editing.toggleExpanded(b.document, ofType(b, /SubProcess|Transaction/))],
  openPlane: [1, (b) => editing.openPlane(b.document, ofType(b, /SubProcess|Transaction/))],
  repetition: [1, (b) => editing.setRepetition(b.document, node(b), b.random.pick(REPETITIONS))],
  compensation: [1, (b) => editing.setForCompensation(b.document, node(b), b.random.chance(0.5))],
  adHoc: [1, (b) => editing.setAdHoc(b.document, ofType(b, /SubProcess/), b.random.chance(0.5))],
  space: [4, space],
  align: [2, (b) => editing.align(b.document, several(b), b.random.pick(ALIGNMENTS))],
  distribute: [
    2,
    (b) => editing.distribute(b.document, several(b), b.random.pick(['horizontally', 'vertically'] as const)),
  ],
};

function bend(board: Board): editing.EditResult {
  const id = line(board);
  const points = waypointsOf(board.document, id);
  return editing.setWaypoints(board.document, id, [...points.slice(0, 1), point(board), ...points.slice(-1)]);
}

function update(board: Board): editing.EditResult {
  const id = node(board);
  return editing.updateElement(board.document, id, {
    update: { [id]: { attrs: { name: `N${board.random.int(0, 9)}` } } },
  });
}
