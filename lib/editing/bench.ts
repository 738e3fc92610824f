/**
 * Prints how long single operations take on a large process, in milliseconds of this machine.
 * Run: `npx tsx lib/editing/bench.ts [nodes]` (3,000 unless given).
 */
import { type ElementId, newDocument, newElement, type ProcessDocument } from '@/lib/document';
import * as editing from '.';
import { addEdge, addShape, routeBetween } from './di';
import { Edit } from './edit';
import { newHistory, record, redo, undo } from './history';
import { kindById } from './kinds';
import { linkEnds } from './place';

const PLANE = 'Plane_Process_large';

/** Rows of twenty steps in one process, each row a chain of tasks. */
function large(nodes: number): { document: ProcessDocument; ids: ElementId[] } {
  const edit = new Edit(newDocument({ name: 'Large', processId: 'Process_large' }));
  const ids: ElementId[] = [];
  for (let i = 0; i < nodes; i++) {
    const id = `Task_${i}`;
    edit.add(
      newElement('bpmn:UserTask', id, 'Process_large', 'flowElements', { attrs: { name: `Step ${i}` } }),
    );
    addShape(edit, PLANE, id, {
      x: 300 + (i % 20) * 150,
      y: 100 + Math.floor(i / 20) * 120,
      width: 100,
      height: 80,
    });
    ids.push(id);
    if (i % 20 === 0) continue;
    const flow = `Flow_${i}`;
    const refs = { sourceRef: `Task_${i - 1}`, targetRef: id };
    edit.add(newElement('bpmn:SequenceFlow', flow, 'Process_large', 'flowElements', { refs }));
    linkEnds(edit, flow);
    addEdge(edit, PLANE, flow, routeBetween(edit.document, 'bpmn:SequenceFlow', refs.sourceRef, id) ?? []);
  }
  return { document: edit.document, ids };
}

/** CPU time and least elapsed time of repeated runs; each begins with what the run before it made. */
function time(
  name: string,
  document: ProcessDocument,
  operate: (d: ProcessDocument, i: number) => editing.EditResult,
): void {
  let [current, least, cpu] = [document, Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < RUNS; i++) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    const result = operate(current, i);
    const { user, system } = process.cpuUsage(used);
    if (editing.isRefused(result)) throw new Error(`${name}: ${result.refused}`);
    current = result.document;
    if (i < WARM) continue;
    least = Math.min(least, performance.now() - began);
    cpu += (user + system) / 1000;
  }
  const average = (cpu / (RUNS - WARM)).toFixed(2);
  console.log(`${name.padEnd(20)} CPU ${average.padStart(7)} ms   least ${least.toFixed(2).padStart(7)} ms`);
}

const RUNS = 40;
const WARM = 8;

function run(): void {
  const nodes = Number(process.argv[2] ?? 3000);
  const { document, ids } = large(nodes);
  const id = (i: number) => ids[(i * 37) % ids.length] ?? '';
  console.log(`${nodes} nodes, ${Object.keys(document.elements).length} entries`);
  const task = kindById('task');
  time('move one', document, (d, i) => editing.move(d, [id(i)], { x: 10, y: 10 }));
  time('drop one', document, (d, i) => editing.drop(d, [id(i)], { x: 10, y: 20 }));
  time('append', document, (d, i) => editing.append(d, id(i), task));
  time('connect', document, (d, i) => editing.connect(d, id(i), id(i + 5)));
  time('label', document, (d, i) => editing.setLabel(d, id(i), `Name ${i}`));
  time('place', document, (d, i) => editing.place(d, task, { plane: PLANE, at: { x: 4000, y: 200 * i } }));
  time('place on a flow', document, (d, i) =>
    editing.place(d, task, { plane: PLANE, at: { x: 425, y: 140 + 120 * i } }),
  );
  time('morph', document, (d, i) => editing.morph(d, id(i), kindById('service-task')));
  time('reset a route', document, (d, i) => editing.resetRoute(d, `Flow_${20 * i + 1}`));
  time('delete one', document, (d, i) => editing.remove(d, [id(i)]));
  time('update', document, (d, i) =>
    editing.updateElement(d, id(i), { update: { [id(i)]: { attrs: { name: `U${i}` } } } }),
  );
  time('move 50', document, (d) => editing.move(d, ids.slice(0, 50), { x: 10, y: 0 }));
  time('align 50', document, (d, i) => editing.align(d, ids.slice(i * 50, i * 50 + 50), 'left'));
  time('move all', document, (d) => editing.move(d, ids, { x: 10, y: 0 }));
  time('space tool', document, (d) => editing.makeSpace(d, { plane: PLANE, axis: 'x', at: 1000, by: 20 }));
  time('duplicate 50', document, (d) => editing.duplicate(d, ids.slice(0, 50)));
  time('delete 50', document, (d, i) => editing.remove(d, ids.slice(i * 50, i * 50 + 50)));
  let history = record(
    newHistory(document),
    (editing.move(document, [id(1)], { x: 10, y: 0 }) as editing.Edited).document,
    'Moved',
  );
  time('undo and redo', document, () => {
    history = redo(undo(history));
    return { document: history.present, select: [], announce: '' };
  });
}

run();
