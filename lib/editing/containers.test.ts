import { describe, expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import { exportBpmn } from '@/lib/bpmn/export';
import {
  boundsOf,
  childrenOf,
  edgeOf,
  get,
  hash,
  outgoing,
  type ProcessDocument,
  planeOf,
  ref,
  refList,
  shapeOf,
  waypointsOf,
} from '@/lib/document';
import * as editing from '.';
import { inconsistencies } from './check';
import { drawingFaults, indexFaults } from './check-drawing';
import { done, planeId, sample, withSubProcess } from './testing/diagrams';

const kind = editing.kindById;
const { document, ids } = sample();
const plane = planeId(document);
const pooled = done(editing.addNode(document, kind('pool'), { plane, at: { x: 400, y: 200 } }));
const pool = pooled.select[0] ?? '';
const laned = done(editing.addLane(pooled.document, pool, 'below'));
const [upper, lower] = editing
  .lanesIn(laned.document, ref(get(laned.document, pool), 'processRef') ?? '')
  .map((lane) => lane.id) as [string, string];
const partnered = done(
  editing.addNode(laned.document, kind('pool.black-box'), { plane, at: { x: 400, y: 900 } }),
);
const partner = partnered.select[0] ?? '';
const messaged = done(editing.connect(partnered.document, ids.task, partner));
const sub = withSubProcess(document);
const grouped = done(editing.addNode(document, kind('group'), { plane, at: { x: 400, y: 200 } }));
const group = grouped.select[0] ?? '';
const data = done(editing.addNode(document, kind('data-object'), { plane, at: { x: 320, y: 320 } }));
const dataId = data.select[0] ?? '';
const reading = done(editing.connect(data.document, dataId, ids.task));
const high = (d: ProcessDocument, id: string) => boundsOf(d, id)?.height ?? 0;
const taller = done(
  editing.resize(laned.document, upper, {
    ...(boundsOf(laned.document, upper) as editing.Bounds),
    height: 200,
  }),
).document;

type Case = [name: string, before: ProcessDocument, operate: (d: ProcessDocument) => editing.EditResult];
const CASES: Case[] = [
  ['add a lane to a pool without lanes', pooled.document, (d) => editing.addLane(d, pool, 'above')],
  ['add a lane above another', laned.document, (d) => editing.addLane(d, lower, 'above')],
  ['add a lane below another', laned.document, (d) => editing.addLane(d, upper, 'below')],
  ['divide a lane into two', taller, (d) => editing.divideLane(d, upper, 2)],
  ['divide a lane into three', taller, (d) => editing.divideLane(d, upper, 3)],
  ['divide a pool', pooled.document, (d) => editing.divideLane(d, pool, 2)],
  [
    'resize a lane',
    laned.document,
    (d) => editing.resize(d, upper, { ...(boundsOf(d, upper) as editing.Bounds), height: 180 }),
  ],
  ['delete a lane', laned.document, (d) => editing.remove(d, [upper])],
  ['move to a lane', laned.document, (d) => editing.moveToLane(d, [ids.approval], lower)],
  [
    'add a partner',
    laned.document,
    (d) => editing.addNode(d, kind('pool.black-box'), { plane, at: { x: 400, y: 900 } }),
  ],
  ['send a message', partnered.document, (d) => editing.connect(d, ids.task, partner)],
  ['open a black box', partnered.document, (d) => editing.toOpenPool(d, partner)],
  ['delete a pool with its contents', messaged.document, (d) => editing.remove(d, [pool])],
  ['close a sub-process', sub.document, (d) => editing.collapse(d, sub.sub)],
  [
    'open it again',
    done(editing.collapse(sub.document, sub.sub)).document,
    (d) => editing.expand(d, sub.sub),
  ],
  ['repeat in a loop', document, (d) => editing.setRepetition(d, ids.task, 'loop')],
  ['repeat for each at once', document, (d) => editing.setRepetition(d, ids.task, 'parallel')],
  [
    'repeat for each in turn',
    done(editing.setRepetition(document, ids.task, 'parallel')).document,
    (d) => editing.setRepetition(d, ids.task, 'sequential'),
  ],
  ['make an event sub-process', sub.document, (d) => editing.morph(d, sub.sub, kind('event-sub-process'))],
  ['make a transaction', sub.document, (d) => editing.morph(d, sub.sub, kind('transaction'))],
  ['add space', document, (d) => editing.makeSpace(d, { plane, axis: 'x', at: 400, by: 100 })],
  [
    'remove space',
    document,
    (d) => editing.makeSpace(d, { plane, axis: 'x', at: 250, by: -20, invert: true }),
  ],
  ['align', document, (d) => editing.align(d, [ids.task, ids.gateway], 'top')],
  ['distribute', document, (d) => editing.distribute(d, [ids.start, ids.task, ids.end], 'horizontally')],
  ['read data', data.document, (d) => editing.connect(d, dataId, ids.task)],
  ['write data', data.document, (d) => editing.connect(d, ids.approval, dataId)],
  ['stop reading data', reading.document, (d) => editing.remove(d, reading.select as string[])],
  ['name a group', grouped.document, (d) => editing.setLabel(d, group, 'Checks')],
  ['copy a pool', partnered.document, (d) => editing.duplicate(d, [pool])],
];

describe('every operation on containers', () => {
  it.each(CASES)('%s: sound, one undo step, redone identically, XML reads back', (_name, before, operate) => {
    const original = hash(before);
    const result = done(operate(before));
    expect(hash(result.document)).not.toBe(original);
    expect([
      ...inconsistencies(result.document),
      ...drawingFaults(result.document),
      ...indexFaults(result.document),
    ]).toEqual([]);
    const history = editing.record(editing.newHistory(before), result.document, result.announce);
    const back = editing.undo(history);
    expect(hash(back.present)).toBe(original);
    expect(hash(editing.redo(back).present)).toBe(hash(result.document));
    const xml = exportBpmn(result.document);
    const read = importBpmn(xml);
    expect(read.ok && exportBpmn(read.document)).toBe(xml);
  });
});

const REFUSED: [name: string, operate: () => editing.EditResult, words: RegExp][] = [
  ['a lane in no pool', () => editing.addLane(document, ids.task, 'above'), /belong to a pool/],
  ['a lane too flat', () => editing.divideLane(laned.document, lower, 3), /at least 180 px high; it is 100/],
  ['lanes divided already', () => editing.divideLane(laned.document, pool, 2), /is divided already/],
  [
    'notes in lanes',
    () => editing.moveToLane(laned.document, [pool], lower),
    /Only steps, events and gateways/,
  ],
  ['the only process as a black box', () => editing.toBlackBox(partnered.document, pool), /only process/],
  ['closing a task', () => editing.collapse(document, ids.task), /Only sub-processes/],
  ['opening what is open', () => editing.expand(sub.document, sub.sub), /open already/],
  ['a repeating gateway', () => editing.setRepetition(document, ids.gateway, 'loop'), /Only steps/],
  [
    'a compensation step with flows',
    () => editing.setForCompensation(document, ids.task, true),
    /has no flows/,
  ],
  [
    'an ad-hoc sub-process with a start',
    () => editing.setAdHoc(sub.document, sub.sub, true),
    /no start and end events: move the start event out first/,
  ],
  ['aligning one', () => editing.align(document, [ids.task], 'left'), /two or more/],
  [
    'distributing two',
    () => editing.distribute(document, [ids.task, ids.end], 'vertically'),
    /three or more/,
  ],
  [
    'space in nothing',
    () => editing.makeSpace(document, { plane: 'x', axis: 'x', at: 0, by: 1 }),
    /no drawing/,
  ],
  [
    'a place that is no number',
    () => editing.addNode(document, kind('task'), { plane, at: { x: Number.NaN, y: 0 } }),
    /two numbers/,
  ],
  ['deleting the file', () => editing.remove(document, [document.root]), /Only what is drawn/],
  ['a message inside a pool', () => editing.connect(laned.document, ids.end, ids.task), /Nothing follows/],
  [
    'a sequence flow between pools',
    () => editing.connect(partnered.document, ids.end, partner),
    /messages only/,
  ],
];

describe('what can’t be done', () => {
  it.each(REFUSED)('%s is refused in words', (_name, operate, words) => {
    const result = operate();
    expect(editing.isRefused(result) && result.refused).toMatch(words);
  });
});

describe('lanes', () => {
  it('hold the nodes whose centre lies in them', () => {
    const held = (d: ProcessDocument, lane: string) => refList(get(d, lane), 'flowNodeRef');
    expect(held(laned.document, upper)).toContain(ids.approval);
    const moved = done(editing.moveToLane(laned.document, [ids.approval], lower)).document;
    expect(held(moved, upper)).not.toContain(ids.approval);
    expect(held(moved, lower)).toEqual([ids.approval]);
    expect(editing.laneOf(moved, ids.approval)).toBe(lower);
  });
  it('give and take what a neighbour takes and gives', () => {
    const before = boundsOf(laned.document, upper) as editing.Bounds;
    const next = done(
      editing.resize(laned.document, upper, { ...before, height: before.height - 40 }),
    ).document;
    expect([high(next, upper), high(next, lower)]).toEqual([
      before.height - 40,
      high(laned.document, lower) + 40,
    ]);
    expect(high(next, pool)).toBe(high(laned.document, pool));
  });
  it('stay 60 px at least', () => {
    const before = boundsOf(laned.document, lower) as editing.Bounds;
    const next = done(
      editing.resize(laned.document, lower, { ...before, y: before.y + 90, height: 10 }),
    ).document;
    expect(high(next, lower)).toBe(60);
  });
  it('take the pool along at its border', () => {
    const before = boundsOf(laned.document, lower) as editing.Bounds;
    const next = done(editing.resize(laned.document, lower, { ...before, height: 180 })).document;
    expect(high(next, pool)).toBe(high(laned.document, pool) + 80);
  });
  it('leave their place to the neighbour', () => {
    const next = done(editing.remove(laned.document, [lower])).document;
    expect(high(next, upper)).toBe(high(laned.document, pool));
    expect(refList(get(next, upper), 'flowNodeRef')).toContain(ids.task);
  });
  it('go altogether with the last one', () => {
    const next = done(editing.remove(laned.document, [lower, upper])).document;
    expect(Object.values(next.elements).filter((e) => e.type.startsWith('bpmn:Lane'))).toEqual([]);
    expect(get(next, ids.task)).toBeDefined();
  });
});

describe('sub-processes', () => {
  const closed = done(editing.collapse(sub.document, sub.sub)).document;
  const inner = childrenOf(sub.document, sub.sub, 'flowElements')[0]?.id ?? '';
  it('keep their content on a plane of their own while closed', () => {
    expect(shapeOf(closed, inner)?.parent).toBe(planeOf(closed, sub.sub)?.id);
    expect(boundsOf(closed, sub.sub)).toMatchObject({ width: 100, height: 80 });
    expect(
      editing.planeTrail(closed, planeOf(closed, sub.sub)?.id ?? '').map(({ element }) => element),
    ).toEqual(['Process_sample', sub.sub]);
  });
  it('draw it inside again when opened', () => {
    const open = done(editing.expand(closed, sub.sub)).document;
    expect(planeOf(open, sub.sub)).toBeUndefined();
    expect(
      editing.covers(boundsOf(open, sub.sub) as editing.Bounds, boundsOf(open, inner) as editing.Bounds),
    ).toBe(true);
  });
  it('go with their plane', () => {
    const gone = done(editing.remove(closed, [sub.sub])).document;
    expect(childrenOf(gone, gone.root, 'diagrams')).toHaveLength(1);
  });
  it('are copied with their plane', () => {
    const copied = done(editing.duplicate(closed, [sub.sub]));
    expect(planeOf(copied.document, copied.select[0] ?? '')).toBeDefined();
  });
  it('grow with what is put into them, and their pool too', () => {
    const into = done(editing.drop(sub.document, [inner], { x: 400, y: 0 })).document;
    expect(boundsOf(into, sub.sub)?.width).toBeGreaterThanOrEqual(350);
  });
});

describe('data', () => {
  it('is read through an input that the step declares', () => {
    const [association] = childrenOf(reading.document, ids.task, 'dataInputAssociations');
    const [specification] = childrenOf(reading.document, ids.task, 'ioSpecification');
    const [input] = childrenOf(reading.document, specification?.id ?? '', 'dataInputs');
    expect(association?.refs).toEqual({ sourceRef: [dataId], targetRef: input?.id });
    expect(
      refList(childrenOf(reading.document, specification?.id ?? '', 'inputSets')[0], 'dataInputRefs'),
    ).toEqual([input?.id]);
    expect(childrenOf(reading.document, specification?.id ?? '', 'outputSets')).toHaveLength(1);
    expect(edgeOf(reading.document, association?.id ?? '')).toBeDefined();
  });
  it('leaves nothing behind when the association goes', () => {
    const gone = done(editing.remove(reading.document, reading.select as string[])).document;
    expect(get(gone, ids.task)?.children.ioSpecification).toBeUndefined();
    expect(hash(gone)).toBe(hash(data.document));
  });
});

describe('messages', () => {
  it('end at the pool when it becomes a black box', () => {
    const open = done(editing.toOpenPool(partnered.document, partner)).document;
    const bounds = boundsOf(open, partner) as editing.Bounds;
    const step = done(editing.addNode(open, kind('receive-task'), { plane, at: editing.centre(bounds) }));
    const sent = done(editing.connect(step.document, ids.task, step.select[0] ?? ''));
    expect(editing.lossesOfBlackBox(sent.document, partner)).toEqual(['The step in it']);
    const closed = done(editing.toBlackBox(sent.document, partner)).document;
    expect(ref(get(closed, sent.select[0] ?? ''), 'targetRef')).toBe(partner);
    expect(drawingFaults(closed)).toEqual([]);
  });
});

describe('the space tool', () => {
  it('lengthens lines across it and keeps the rest where it is', () => {
    const gateway = boundsOf(document, ids.gateway) as editing.Bounds;
    const next = done(editing.makeSpace(document, { plane, axis: 'x', at: gateway.x - 5, by: 100 })).document;
    expect(boundsOf(next, ids.task)).toEqual(boundsOf(document, ids.task));
    expect(boundsOf(next, ids.gateway)).toEqual({ ...gateway, x: gateway.x + 100 });
    const flow = outgoing(document, ids.task)[0]?.id ?? '';
    expect(waypointsOf(next, flow).at(-1)?.x).toBe((waypointsOf(document, flow).at(-1)?.x ?? 0) + 100);
  });
  it('stops removing where something stands', () => {
    const approval = boundsOf(document, ids.approval) as editing.Bounds;
    const next = done(
      editing.makeSpace(document, { plane, axis: 'x', at: approval.x - 5, by: -500, invert: true }),
    ).document;
    expect(boundsOf(next, ids.approval)?.x).toBe(
      editing.right(boundsOf(document, ids.gateway) as editing.Bounds),
    );
  });
  it('makes a container across the line larger', () => {
    const bounds = boundsOf(sub.document, sub.sub) as editing.Bounds;
    const next = done(
      editing.makeSpace(sub.document, { plane, axis: 'x', at: bounds.x + 200, by: 100, within: sub.sub }),
    ).document;
    expect(boundsOf(next, sub.sub)?.width).toBe(bounds.width + 100);
    expect(boundsOf(next, ids.end)).toEqual(boundsOf(document, ids.end));
  });
});

describe('compensation', () => {
  it('marks the step that a compensation event leads to', () => {
    const event = done(
      editing.addBoundary(document, kind('boundary-event.compensation'), ids.approval, { x: 560, y: 218 }),
    );
    const undoing = done(editing.append(event.document, event.select[0] ?? '', kind('task')));
    expect(get(undoing.document, undoing.select[0] ?? '')?.attrs.isForCompensation).toBe(true);
    expect(outgoing(undoing.document, event.select[0] ?? '')).toEqual([]);
    const wrong = editing.connect(event.document, event.select[0] ?? '', ids.end);
    expect(editing.isRefused(wrong) && wrong.refused).toMatch(/leads to the step that undoes its own/);
  });
});

describe('changing the kind', () => {
  it('lists what is lost and drops what the new type can’t carry', () => {
    const looped = done(editing.setRepetition(reading.document, ids.task, 'loop')).document;
    expect(editing.lossesOf(looped, ids.task, kind('user-task'))).toEqual([]);
    const made = done(editing.morph(looped, ids.task, kind('sub-process'))).document;
    expect(get(made, ids.task)?.children.ioSpecification).toBeUndefined();
    const [association] = childrenOf(made, ids.task, 'dataInputAssociations');
    expect(get(made, ref(association, 'targetRef'))?.type).toBe('bpmn:Property');
  });
});
