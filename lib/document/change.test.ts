import { describe, expect, it } from 'vitest';
import { append, kindById, morph, move, newHistory, record, remove, undo } from '@/lib/editing';
import { done, sample } from '@/lib/editing/testing/diagrams';
import { changeBetween, hash, type ProcessDocument, withChange } from '.';

const { document, ids } = sample();
const over = (before: ProcessDocument | null, after: ProcessDocument) =>
  structuredClone(changeBetween(before, after));

const STEPS: [name: string, after: ProcessDocument][] = [
  ['a move', done(move(document, [ids.task], { x: 20, y: 0 })).document],
  ['a new step', done(append(document, ids.task, kindById('user-task'))).document],
  ['a deletion', done(remove(document, [ids.gateway])).document],
  ['another kind', done(morph(document, ids.task, kindById('service-task'))).document],
];

describe('the change between two documents', () => {
  it.each(STEPS)('leads from one to the other over the border of a thread: %s', (_name, after) => {
    const there = withChange(null, over(null, document));
    expect(hash(withChange(there, over(document, after)))).toBe(hash(after));
  });

  it.each(STEPS)('leads back as well: %s', (_name, after) => {
    const history = undo(record(newHistory(document), after, 'x'));
    const there = withChange(null, over(null, after));
    expect(hash(withChange(there, over(after, history.present)))).toBe(hash(document));
  });

  it('holds what changed and nothing else', () => {
    const after = done(move(document, [ids.end], { x: 0, y: 10 })).document;
    const { set, removed } = changeBetween(document, after);
    expect(removed).toEqual([]);
    expect(Object.keys(set).length).toBeLessThan(5);
    expect(changeBetween(after, after).set).toEqual({});
  });
});
