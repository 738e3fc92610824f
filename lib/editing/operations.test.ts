import { describe, expect, it } from 'vitest';
import { boundsOf, hash, incoming, outgoing, type ProcessDocument, ref, waypointsOf } from '@/lib/document';
import { inconsistencies } from './check';
import { newHistory, record, redo, undo } from './history';
import { kindById } from './kinds';
import { addNode } from './operations/add-node';
import { append } from './operations/append';
import { addBoundary, attachBoundary, detach } from './operations/attach';
import { duplicate, paste } from './operations/clipboard';
import { connect, reconnect } from './operations/connect';
import { copy } from './operations/copy';
import { drop, place } from './operations/drop';
import { addOnFlow, dropOnFlow } from './operations/drop-on-flow';
import { setLabel } from './operations/label';
import { morph } from './operations/morph';
import { move, nudge } from './operations/move';
import { prepend } from './operations/prepend';
import { remove } from './operations/remove';
import { resize } from './operations/resize';
import { renameId, updateElement } from './operations/update';
import { moveLabel, resetRoute, setWaypoints } from './operations/waypoints';
import { done, planeId, sample, withSubProcess } from './testing/diagrams';
import type { EditResult } from './types';

const { document, ids } = sample();
const plane = planeId(document);
const sub = withSubProcess(document);
const loose = done(place(document, kindById('task'), { plane, at: { x: 700, y: 420 } }));
const looseId = loose.select[0] ?? '';
const looseEvent = done(place(document, kindById('catch-event.timer'), { plane, at: { x: 700, y: 520 } }));
const looseEventId = looseEvent.select[0] ?? '';
const flowOf = (id: string) => outgoing(document, id)[0]?.id ?? '';
const clip = copy(document, [ids.task, ids.gateway]);
const annotated = done(append(document, ids.task, kindById('annotation')));

const CASES: [string, ProcessDocument, (document: ProcessDocument) => EditResult][] = [
  ['add a node', document, (d) => addNode(d, kindById('ai-call'), { plane, at: { x: 500, y: 500 } })],
  [
    'add a sub-process',
    document,
    (d) => addNode(d, kindById('sub-process'), { plane, at: { x: 500, y: 600 } }),
  ],
  ['add the first pool', document, (d) => addNode(d, kindById('pool'), { plane, at: { x: 500, y: 500 } })],
  [
    'add a data object',
    document,
    (d) => addNode(d, kindById('data-object'), { plane, at: { x: 500, y: 500 } }),
  ],
  ['append', document, (d) => append(d, ids.gateway, kindById('end-event'))],
  ['append after a boundary event', document, (d) => append(d, ids.timer, kindById('service-task.send'))],
  ['append a note', document, (d) => append(d, ids.task, kindById('annotation'))],
  ['put before', document, (d) => prepend(d, ids.task, kindById('user-task'))],
  ['connect', document, (d) => connect(d, ids.gateway, ids.end)],
  ['reconnect', document, (d) => reconnect(d, flowOf(ids.gateway), 'target', ids.end)],
  ['move', document, (d) => move(d, [ids.task], { x: 30, y: 120 })],
  ['move several', document, (d) => move(d, [ids.task, ids.gateway], { x: 0, y: 120 })],
  ['nudge', document, (d) => nudge(d, [ids.approval], { x: 1, y: 0 })],
  ['slide a boundary event', document, (d) => move(d, [ids.timer], { x: 40, y: 5 })],
  ['drop into a sub-process', sub.document, (d) => drop(d, [ids.task], { x: 100, y: 420 })],
  ['resize', sub.document, (d) => resize(d, sub.sub, { x: 200, y: 450, width: 500, height: 320 })],
  ['set a label', document, (d) => setLabel(d, ids.task, 'Extract')],
  ['set a note', annotated.document, (d) => setLabel(d, annotated.select[0] ?? '', 'Only on weekdays')],
  ['move a label', document, (d) => moveLabel(d, ids.gateway, { x: 10, y: 10 }, { width: 50, height: 14 })],
  [
    'update',
    document,
    (d) => updateElement(d, ids.task, { update: { [ids.task]: { attrs: { name: 'X' } } } }),
  ],
  ['rename an id', document, (d) => renameId(d, ids.gateway, 'Gateway_Sure')],
  [
    'set way-points',
    document,
    (d) =>
      setWaypoints(d, flowOf(ids.start), [
        { x: 216, y: 178 },
        { x: 240, y: 178 },
        { x: 240, y: 60 },
        { x: 266, y: 60 },
      ]),
  ],
  ['attach', looseEvent.document, (d) => attachBoundary(d, looseEventId, ids.approval, { x: 590, y: 218 })],
  [
    'add a boundary event',
    document,
    (d) => addBoundary(d, kindById('boundary-event.error'), ids.approval, { x: 560, y: 218 }),
  ],
  ['detach', document, (d) => detach(d, ids.timer, { x: 300, y: 400 })],
  ['drop on a flow', loose.document, (d) => dropOnFlow(d, looseId, flowOf(ids.task), { x: 440, y: 178 })],
  ['place on a flow', document, (d) => addOnFlow(d, kindById('task'), flowOf(ids.task), { x: 440, y: 178 })],
  ['delete a step', document, (d) => remove(d, [ids.task])],
  ['delete several', document, (d) => remove(d, [ids.gateway, ids.approval])],
  ['delete a flow', document, (d) => remove(d, [flowOf(ids.task)])],
  ['delete a sub-process', sub.document, (d) => remove(d, [sub.sub])],
  ['paste', document, (d) => paste(d, clip ?? fail(), plane, { x: 500, y: 500 })],
  ['duplicate', document, (d) => duplicate(d, [ids.task, ids.approval])],
  ['morph', document, (d) => morph(d, ids.task, kindById('ai-call'))],
  ['morph to a sub-process', document, (d) => morph(d, ids.task, kindById('sub-process'))],
];

const fail = (): never => {
  throw new Error('nothing was copied');
};

describe('every operation', () => {
  it.each(CASES)(
    '%s: leaves a sound document, undoes in one step and redoes identically',
    (_name, before, operate) => {
      const original = hash(before);
      const result = done(operate(before));
      const after = hash(result.document);
      expect(after).not.toBe(original);
      expect(hash(before)).toBe(original);
      expect(inconsistencies(result.document)).toEqual([]);
      const history = record(newHistory(before), result.document, result.announce);
      const back = undo(history);
      expect(hash(back.present)).toBe(original);
      expect(hash(redo(back).present)).toBe(after);
    },
  );

  it('shares the entries it does not touch', () => {
    const next = done(setLabel(document, ids.task, 'Extract')).document;
    const shared = Object.keys(document.elements).filter((id) => next.elements[id] === document.elements[id]);
    expect(shared).toHaveLength(Object.keys(document.elements).length - 1);
  });
});

describe('moving', () => {
  it('carries boundary events and lets flows follow', () => {
    const next = done(move(document, [ids.task], { x: 0, y: 120 })).document;
    const [before, after] = [boundsOf(document, ids.timer), boundsOf(next, ids.timer)];
    expect(after).toEqual({ ...before, y: (before?.y ?? 0) + 120 });
    expect(waypointsOf(next, flowOf(ids.task))[0]?.y).toBe((boundsOf(next, ids.task)?.y ?? 0) + 40);
  });

  it('keeps bends that a person made', () => {
    const bent = [
      { x: 216, y: 178 },
      { x: 240, y: 178 },
      { x: 240, y: 60 },
      { x: 320, y: 60 },
      { x: 320, y: 138 },
    ];
    const manual = done(setWaypoints(document, flowOf(ids.start), bent)).document;
    const next = done(move(manual, [ids.task], { x: 20, y: 0 })).document;
    expect(waypointsOf(next, flowOf(ids.start)).slice(0, 3)).toEqual(bent.slice(0, 3));
    expect(waypointsOf(next, flowOf(ids.start)).slice(3)).toEqual([
      { x: 340, y: 60 },
      { x: 340, y: 138 },
    ]);
  });

  it('brings a manual line back with “Reset route”', () => {
    const id = flowOf(ids.start);
    const manual = done(
      setWaypoints(document, id, [
        { x: 216, y: 178 },
        { x: 230, y: 178 },
        { x: 230, y: 90 },
        { x: 266, y: 90 },
      ]),
    ).document;
    expect(waypointsOf(done(resetRoute(manual, id)).document, id)).toEqual(waypointsOf(document, id));
  });
});

describe('dropping on a flow', () => {
  it('yields A → new → B without duplicates', () => {
    const flow = flowOf(ids.task);
    const next = done(addOnFlow(document, kindById('task'), flow, { x: 440, y: 178 }));
    const node = next.select[0] ?? '';
    expect(incoming(next.document, node).map((line) => ref(line, 'sourceRef'))).toEqual([ids.task]);
    expect(outgoing(next.document, node).map((line) => ref(line, 'targetRef'))).toEqual([ids.gateway]);
  });
});

describe('dropping an event near a border', () => {
  it('attaches within the band, and not in the middle', () => {
    const timer = kindById('catch-event.timer');
    const near = done(place(document, timer, { plane, at: { x: 560, y: 210 } }));
    expect(near.document.elements[near.select[0] ?? '']).toMatchObject({
      type: 'bpmn:BoundaryEvent',
      refs: { attachedToRef: ids.approval },
    });
    const middle = done(place(document, timer, { plane, at: { x: 566, y: 178 } }));
    expect(middle.document.elements[middle.select[0] ?? '']?.type).toBe('bpmn:IntermediateCatchEvent');
  });
});

describe('deleting', () => {
  it('takes boundary events along and joins the flows on both sides', () => {
    const next = done(remove(document, [ids.gateway])).document;
    expect(outgoing(next, ids.task).map((line) => ref(line, 'targetRef'))).toEqual([ids.approval]);
    expect(done(remove(document, [ids.task])).document.elements[ids.timer]).toBeUndefined();
  });

  it('forgets a default flow that goes', () => {
    const flow = flowOf(ids.gateway);
    const marked = done(
      updateElement(document, ids.gateway, { update: { [ids.gateway]: { refs: { default: flow } } } }),
    ).document;
    expect(done(remove(marked, [flow])).document.elements[ids.gateway]?.refs.default).toBeUndefined();
  });
});

describe('pasting', () => {
  it('gives new ids and keeps the flows between copied steps', () => {
    const next = done(paste(document, clip ?? fail(), plane, { x: 500, y: 600 }));
    const [task] = next.select.filter((id) => next.document.elements[id]?.type === 'bpmn:Task');
    expect(task).not.toBe(ids.task);
    const [flow] = outgoing(next.document, task ?? '');
    expect(next.document.elements[ref(flow, 'targetRef') ?? '']?.type).toBe('bpmn:ExclusiveGateway');
  });
});

describe('pasting a sub-process with a step of it', () => {
  it('brings the step along once, whatever order they were selected in', () => {
    const inner = sub.document.elements[sub.sub]?.children.flowElements?.[0] ?? '';
    const next = done(duplicate(sub.document, [inner, sub.sub]));
    expect(inconsistencies(next.document)).toEqual([]);
    expect(next.select).toHaveLength(1);
  });
});

describe('copying a boundary event', () => {
  it('needs its step', () => {
    expect(copy(document, [ids.timer])).toBeNull();
    expect(copy(document, [ids.timer, ids.task])?.roots.toSorted()).toEqual([ids.task, ids.timer].toSorted());
  });
});

describe('history', () => {
  it('joins a burst of arrow keys into one step', () => {
    let history = newHistory(document);
    for (const at of [0, 100, 250]) {
      const next = done(nudge(history.present, [ids.task], { x: 1, y: 0 })).document;
      history = record(history, next, 'Moved element', { key: 'nudge', at });
    }
    expect(history.past).toHaveLength(1);
    expect(hash(undo(history).present)).toBe(hash(document));
  });
});
