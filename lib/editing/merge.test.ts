import { afterEach, describe, expect, it, vi } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import { exportBpmn } from '@/lib/bpmn/export';
import { boundsOf, get, hash, incoming, type ProcessDocument } from '@/lib/document';
import { merge } from '@/lib/document/merge';
import * as editing from '.';
import { inconsistencies } from './check';
import { done, planeId, sample, withSubProcess } from './testing/diagrams';
import { boardOf, OPERATIONS } from './testing/fuzz/operations';
import { Random } from './testing/fuzz/random';

const kind = editing.kindById;
const { document: base, ids } = sample();
const plane = planeId(base);
const edit = (...steps: ((d: ProcessDocument) => editing.EditResult)[]): ProcessDocument =>
  steps.reduce((d, step) => done(step(d)).document, base);

afterEach(() => vi.restoreAllMocks());

/** A document some random operations away. */
function wander(from: ProcessDocument, seed: number, steps: number): ProcessDocument {
  const random = new Random(seed);
  vi.spyOn(Math, 'random').mockImplementation(random.next);
  const all = Object.values(OPERATIONS);
  let document = from;
  for (let i = 0; i < steps; i++) {
    const result = random.pick(all)[1](boardOf(document, random));
    if (!editing.isRefused(result)) document = result.document;
  }
  return document;
}

const SEEDS = Array.from({ length: process.env.COUNTERSIGN_DEEP === '1' ? 400 : 40 }, (_, i) => i + 1);

describe('merging', () => {
  it('is the other document when one side did nothing', () => {
    for (const seed of SEEDS) {
      const start = wander(base, seed, 10);
      const x = wander(start, seed + 10_000, 20);
      for (const [mine, theirs] of [
        [start, x],
        [x, start],
        [x, x],
      ] as const) {
        const { document, conflicts } = merge(start, mine, theirs);
        expect({ seed, hash: hash(document), conflicts }).toEqual({ seed, hash: hash(x), conflicts: [] });
      }
    }
  });

  it('answers a whole document that reads back, whatever both sides did', () => {
    for (const seed of SEEDS) {
      const start = wander(base, seed, 15);
      const { document } = merge(start, wander(start, seed + 1000, 12), wander(start, seed + 2000, 12));
      expect({
        seed,
        wrong: inconsistencies(document).filter(
          (fault) => !/incoming|outgoing|lists of its ends|on nothing|default/.test(fault),
        ),
      }).toEqual({ seed, wrong: [] });
      expect(importBpmn(exportBpmn(document)).ok).toBe(true);
    }
  });

  it('applies both of two edits that have nothing to do with each other', () => {
    const mine = edit(
      (d) => editing.setLabel(d, ids.task, 'Read'),
      (d) => editing.move(d, [ids.end], { x: 50, y: 0 }),
    );
    const theirs = edit(
      (d) => editing.setLabel(d, ids.approval, 'Approve'),
      (d) => editing.addNode(d, kind('task'), { plane, at: { x: 300, y: 600 } }),
    );
    const { document, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(inconsistencies(document)).toEqual([]);
    expect([editing.labelOf(document, ids.task), editing.labelOf(document, ids.approval)]).toEqual([
      'Read',
      'Approve',
    ]);
    expect(boundsOf(document, ids.end)?.x).toBe((boundsOf(base, ids.end)?.x ?? 0) + 50);
    expect(Object.keys(document.elements)).toHaveLength(Object.keys(theirs.elements).length);
    expect(hash(merge(base, theirs, mine).document)).toBe(hash(document));
  });

  it('joins flows that both drew at one step', () => {
    const mine = edit((d) => editing.append(d, ids.gateway, kind('task')));
    const theirs = edit((d) => editing.append(d, ids.gateway, kind('end-event')));
    const { document, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(inconsistencies(document)).toEqual([]);
  });

  it('joins extensions of different kinds on one element', () => {
    const extend = (type: string) => (d: ProcessDocument) =>
      editing.updateElement(d, ids.task, {
        update: {
          [ids.task]: {
            values: { extensionElements: { $type: 'bpmn:ExtensionElements', values: [{ $type: type }] } },
          },
        },
      });
    const { document, conflicts } = merge(
      base,
      edit(extend('zeebe:IoMapping')),
      edit(extend('zeebe:Properties')),
    );
    expect(conflicts).toEqual([]);
    expect(get(document, ids.task)?.values.extensionElements).toMatchObject({
      values: [{ $type: 'zeebe:IoMapping' }, { $type: 'zeebe:Properties' }],
    });
  });

  it('keeps mine and reports what both changed differently', () => {
    const { document, conflicts } = merge(
      base,
      edit((d) => editing.setLabel(d, ids.task, 'A')),
      edit((d) => editing.setLabel(d, ids.task, 'B')),
    );
    expect(editing.labelOf(document, ids.task)).toBe('A');
    expect(conflicts).toEqual([
      { elementId: ids.task, property: 'attrs.name', mine: 'A', theirs: 'B', taken: 'mine' },
    ]);
  });

  it('lets an edit win over a deletion', () => {
    const mine = edit((d) => editing.remove(d, [ids.task]));
    const theirs = edit((d) => editing.setLabel(d, ids.task, 'Needed'));
    const { document, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toMatchObject([{ elementId: ids.task, property: '', taken: 'theirs' }]);
    expect(editing.labelOf(document, ids.task)).toBe('Needed');
    expect(boundsOf(document, ids.task)).toBeDefined();
  });

  it('lets a deletion win over a mere move', () => {
    const { document, conflicts } = merge(
      base,
      edit((d) => editing.remove(d, [ids.end])),
      edit((d) => editing.move(d, [ids.end], { x: 0, y: 100 })),
    );
    expect(conflicts).toEqual([]);
    expect(get(document, ids.end)).toBeUndefined();
    expect(inconsistencies(document)).toEqual([]);
  });

  it('brings back a step that the other side connected', () => {
    const mine = edit((d) => editing.remove(d, [ids.end]));
    const theirs = edit((d) => editing.connect(d, ids.task, ids.end));
    const { document, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toMatchObject([{ elementId: ids.end, taken: 'theirs' }]);
    expect(incoming(document, ids.end)).toHaveLength(1);
    expect(inconsistencies(document)).toEqual([]);
  });

  it('brings back a sub-process that the other side put something into', () => {
    const { document: start, sub } = withSubProcess(base);
    const mine = done(editing.remove(start, [sub])).document;
    const at = editing.centre(boundsOf(start, sub) as editing.Bounds);
    const theirs = done(editing.addNode(start, kind('task'), { plane, at })).document;
    const { document, conflicts } = merge(start, mine, theirs);
    expect(conflicts).toMatchObject([{ elementId: sub }]);
    expect(boundsOf(document, sub)).toBeDefined();
    expect(inconsistencies(document)).toEqual([]);
  });
});
