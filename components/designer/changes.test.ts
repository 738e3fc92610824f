import { expect, it } from 'vitest';
import { append, kindById, move, remove, setLabel } from '@/lib/editing';
import { done, sample } from '@/lib/editing/testing/diagrams';
import { changesBetween } from './changes';

const { document, ids } = sample();

it('counts what was added, changed and removed, and not what was only moved', () => {
  const moved = done(move(document, [ids.task], { x: 10, y: 100 })).document;
  expect(changesBetween(document, moved)).toEqual({ added: [], changed: [], removed: [] });
  const named = done(setLabel(document, ids.task, 'Extract')).document;
  expect(changesBetween(document, named).changed).toEqual(['Extract']);
  const more = done(append(document, ids.gateway, kindById('task'))).document;
  expect(changesBetween(document, more)).toMatchObject({
    added: [expect.any(String), expect.any(String)],
    changed: [],
    removed: [],
  });
  expect(changesBetween(document, done(remove(document, [ids.end])).document).removed).toContain(ids.end);
});
