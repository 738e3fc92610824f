import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundsOf, edgeOf, hash, newDocument, type ProcessDocument, waypointsOf } from '@/lib/document';
import { inconsistencies } from './check';
import { type History, newHistory, record, redo, undo } from './history';
import { KINDS } from './kinds';
import { append } from './operations/append';
import { duplicate, paste } from './operations/clipboard';
import { connect, reconnect } from './operations/connect';
import { copy } from './operations/copy';
import { drop, place } from './operations/drop';
import { setLabel } from './operations/label';
import { morph } from './operations/morph';
import { nudge } from './operations/move';
import { remove } from './operations/remove';
import { resize } from './operations/resize';
import { renameId } from './operations/update';
import { resetRoute, setWaypoints } from './operations/waypoints';
import { planeId } from './testing/diagrams';
import { isNode } from './traits';
import { type EditResult, isRefused, refuse } from './types';

/** What one random step is made of; each operation takes what it needs. */
interface Step {
  operation: number;
  a: number;
  b: number;
  kind: number;
  x: number;
  y: number;
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const nodesOf = (d: ProcessDocument) =>
  Object.values(d.elements).filter((e) => isNode(e) && boundsOf(d, e.id));
const linesOf = (d: ProcessDocument) => Object.values(d.elements).filter((e) => edgeOf(d, e.id));

type Operation = (document: ProcessDocument, step: Step, a: string, b: string, line: string) => EditResult;

const OPERATIONS: readonly Operation[] = [
  (d, s) =>
    place(d, pick(KINDS, s.kind) as (typeof KINDS)[number], { plane: planeId(d), at: { x: s.x, y: s.y } }),
  (d, s, a) => append(d, a, pick(KINDS, s.kind) as (typeof KINDS)[number]),
  (d, _s, a, b) => connect(d, a, b),
  (d, s, a) => drop(d, [a], { x: s.x - 700, y: s.y - 400 }),
  (d, s, a, b) => drop(d, [a, b], { x: s.x - 700, y: s.y - 400 }),
  (d, s, a) => nudge(d, [a], { x: (s.x % 3) - 1, y: 10 }),
  (d, _s, a) => (Object.keys(d.elements).length > 60 ? remove(d, [a]) : setLabel(d, a, 'kept')),
  (d, s, a, b) => (Object.keys(d.elements).length > 150 ? remove(d, [a, b]) : setLabel(d, b, `${s.x}`)),
  (d, _s, _a, _b, line) => (Object.keys(d.elements).length > 80 ? remove(d, [line]) : resetRoute(d, line)),
  (d, s, a) => resize(d, a, { x: s.x, y: s.y, width: 200 + s.y, height: 100 + s.x / 4 }),
  (d, s, a) => morph(d, a, pick(KINDS, s.kind) as (typeof KINDS)[number]),
  (d, s, _a, b, line) => reconnect(d, line, s.x % 2 ? 'source' : 'target', b),
  (d, s, _a, _b, line) =>
    setWaypoints(d, line, [
      ...waypointsOf(d, line).slice(0, 1),
      { x: s.x, y: s.y },
      ...waypointsOf(d, line).slice(-1),
    ]),
  (d, _s, a, b) => (Object.keys(d.elements).length < 120 ? duplicate(d, [a, b]) : refuse('large enough')),
  (d, s, a) => {
    const clip = Object.keys(d.elements).length < 120 ? copy(d, [a]) : null;
    return clip ? paste(d, clip, planeId(d), { x: s.x, y: s.y }) : refuse('nothing to copy');
  },
  (d, s, a) => renameId(d, a, `Id_${s.x}_${s.y}_${s.kind}`),
];

const step: fc.Arbitrary<Step> = fc.record({
  operation: fc.nat(OPERATIONS.length - 1),
  a: fc.nat(1000),
  b: fc.nat(1000),
  kind: fc.nat(1000),
  x: fc.nat(1400),
  y: fc.nat(800),
});

function apply(history: History, next: Step): History {
  const document = history.present;
  const nodes = nodesOf(document);
  const [a, b] = [pick(nodes, next.a)?.id ?? '', pick(nodes, next.b)?.id ?? ''];
  const line = pick(linesOf(document), next.a)?.id ?? '';
  const operation = OPERATIONS[next.operation] as Operation;
  const result = operation(document, next, a, b, line);
  return isRefused(result) ? history : record(history, result.document, result.announce);
}

const RUNS = process.env.COUNTERSIGN_DEEP === '1' ? 2000 : 100;

it('keeps the document sound through random edits, and undoes all of them', () => {
  let [steps, changes] = [0, 0];
  fc.assert(
    fc.property(fc.array(step, { minLength: 55, maxLength: 55 }), (commands) => {
      const first = newDocument({ name: 'Random', processId: 'Process_random' });
      let history = newHistory(first);
      for (const command of commands) {
        history = apply(history, command);
        steps += 1;
        const wrong = inconsistencies(history.present);
        if (wrong.length > 0) throw new Error(`operation ${command.operation}: ${wrong.join('; ')}`);
      }
      const last = hash(history.present);
      const made = history.past.length;
      changes += made;
      for (let i = 0; i < made; i++) history = undo(history);
      expect(hash(history.present)).toBe(hash(first));
      for (let i = 0; i < made; i++) history = redo(history);
      expect(hash(history.present)).toBe(last);
    }),
    { numRuns: RUNS },
  );
  expect(steps).toBeGreaterThanOrEqual(RUNS * 50);
  expect(changes).toBeGreaterThan(steps / 3);
}, 1_200_000);
