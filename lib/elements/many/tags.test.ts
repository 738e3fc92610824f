import { expect, it } from 'vitest';
import type { ProcessDocument } from '@/lib/document';
import { hash } from '@/lib/document';
import { newHistory, record, redo, undo, updateElements } from '@/lib/editing';
import { done, sample } from '@/lib/editing/testing/diagrams';
import { ownershipOf } from '../common/ownership';
import { sharedTags, tagsPatch } from './tags';

const { document, ids } = sample();
const chosen = [ids.task, ids.approval];
const tag = (of: ProcessDocument, on: readonly string[], word: string, given = true) =>
  done(updateElements(of, on, (d, id) => tagsPatch(d, id, [word], given), 'the tags')).document;
const tagged = tag(tag(document, [ids.task], 'month end'), chosen, 'sox');

it('tags of several are told with how many have them', () => {
  expect(sharedTags(tagged, [...chosen, 'gone'])).toEqual([
    { tag: 'month end', on: 1 },
    { tag: 'sox', on: 2 },
  ]);
});

it('a tag is given to all, each keeping its own, in one step that is undone and done again', () => {
  expect(ownershipOf(tagged, ids.task).tags).toEqual(['month end', 'sox']);
  expect(ownershipOf(tagged, ids.approval).tags).toEqual(['sox']);
  const history = record(newHistory(document), tag(document, chosen, 'sox'), 'tags');
  expect(history.past).toHaveLength(1);
  expect(hash(undo(history).present)).toBe(hash(document));
  expect(hash(redo(undo(history)).present)).toBe(hash(history.present));
});

it('a tag is taken from all, whatever its case', () => {
  const after = tag(tagged, chosen, 'SOX', false);
  expect(sharedTags(after, chosen)).toEqual([{ tag: 'month end', on: 1 }]);
});

it('nothing changes where it is so already, or nothing is said', () => {
  expect(tag(tagged, chosen, 'Sox')).toBe(tagged);
  expect(tag(tagged, chosen, '  ')).toBe(tagged);
  expect(tag(document, chosen, 'sox', false)).toBe(document);
});
