import { expect, it } from 'vitest';
import { append, type EditResult, kindById, move, remove, setLabel } from '@/lib/editing';
import { done, sample } from '@/lib/editing/testing/diagrams';
import { changedEntries, differInDrawingOnly } from './changed';
import type { ProcessDocument } from './types';

const { document, ids } = sample();

it('finds what an edit changed and added, and what lost something', () => {
  expect(changedEntries(document, document)).toEqual([]);
  const named = done(setLabel(document, ids.task, 'Read it')).document;
  expect(changedEntries(document, named)).toEqual([ids.task]);
  const longer = done(append(document, ids.approval, kindById('task')));
  expect(changedEntries(document, longer.document)).toContain(longer.select[0]);
  const shorter = done(remove(document, [ids.timer])).document;
  const changed = changedEntries(document, shorter);
  expect(changed).not.toContain(ids.timer);
  expect(changed.map((id) => shorter.elements[id]?.type)).toContain('bpmndi:BPMNPlane');
});

it('compares two documents once, whoever asks', () => {
  const named = done(setLabel(document, ids.task, 'Read it')).document;
  const other = done(setLabel(document, ids.approval, 'Ask')).document;
  expect(changedEntries(document, named)).toBe(changedEntries(document, named));
  expect(changedEntries(other, named).toSorted()).toEqual([ids.approval, ids.task].toSorted());
  expect(changedEntries(document, named)).toEqual([ids.task]);
});

it('finds the same by the steps between two documents as by comparing all of both', () => {
  const steps = [document];
  const take = (result: EditResult) => steps.push(done(result).document);
  const last = () => steps.at(-1) as ProcessDocument;
  take(move(last(), [ids.task], { x: 0, y: 10 }));
  take(append(last(), ids.approval, kindById('task')));
  take(remove(last(), [ids.timer]));
  take(setLabel(last(), ids.task, 'Read it'));
  take(move(last(), [ids.approval], { x: 20, y: 0 }));
  take(setLabel(last(), ids.task, 'Read it again'));
  // Two that came from the same one, as while something is dragged.
  for (const y of [10, 20])
    steps.push(done(move(steps[1] as ProcessDocument, [ids.approval], { x: 0, y })).document);
  for (const before of steps)
    for (const after of steps) {
      const all = Object.keys(after.elements).filter((id) => after.elements[id] !== before.elements[id]);
      expect(changedEntries(before, after).toSorted()).toEqual(all.toSorted());
    }
});

it('tells a change of the drawing from one of what it says', () => {
  expect(differInDrawingOnly(document, document)).toBe(true);
  const moved = done(move(document, [ids.task], { x: 0, y: 10 })).document;
  expect(differInDrawingOnly(document, moved)).toBe(true);
  expect(differInDrawingOnly(document, done(setLabel(document, ids.task, 'Read it')).document)).toBe(false);
  const longer = done(append(document, ids.approval, kindById('task'))).document;
  expect(differInDrawingOnly(document, longer)).toBe(false);
  expect(differInDrawingOnly(longer, document)).toBe(false);
});
