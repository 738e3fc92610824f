import { describe, expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import { exportBpmn } from '@/lib/bpmn/export';
import { boundsOf, hash, type ProcessDocument } from '@/lib/document';
import * as editing from '.';
import { inconsistencies } from './check';
import { drawingFaults, indexFaults } from './check-drawing';
import {
  data,
  dataId,
  document,
  group,
  grouped,
  ids,
  kind,
  laned,
  lower,
  messaged,
  partner,
  partnered,
  plane,
  pool,
  pooled,
  reading,
  sub,
  taller,
  upper,
} from './testing/containers';
import { done } from './testing/diagrams';

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
