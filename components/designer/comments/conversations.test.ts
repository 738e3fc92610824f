import { describe, expect, it } from 'vitest';
import type { CommentAnswer, ThreadAnswer } from '@/lib/comments/answer';
import { remove, setLabel } from '@/lib/editing';
import { done, planeId, sample } from '@/lib/editing/testing/diagrams';
import { newsOf, placeOf, sameThreads, selectedFirst, withoutThread, withThread } from './conversations';

const { document: drawn, ids } = sample();
const document = done(setLabel(drawn, ids.task, 'Check')).document;

const comment = (commentId: string, more: Partial<CommentAnswer> = {}): CommentAnswer => ({
  commentId,
  text: 'x',
  by: { id: 'jonas', name: 'Jonas' },
  at: '2026-11-29T12:00:00Z',
  editedAt: null,
  mine: false,
  ...more,
});
const thread = (threadId: string, more: Partial<ThreadAnswer> = {}): ThreadAnswer => ({
  threadId,
  elementId: ids.task,
  elementName: 'Check',
  point: null,
  createdAt: '2026-11-29T12:00:00Z',
  resolved: null,
  comments: [comment(`${threadId}.1`)],
  ...more,
});
const resolved = { by: { id: 'mia', name: 'Mia' }, at: '2026-11-29T13:00:00Z' };

describe('the list of open conversations', () => {
  const list = [thread('b'), thread('a')];

  it('takes a new one first, a changed one in its place, and leaves out what is resolved', () => {
    expect(withThread(list, thread('c')).map((each) => each.threadId)).toEqual(['c', 'b', 'a']);
    const longer = thread('a', { comments: [comment('a.1'), comment('a.2')] });
    expect(withThread(list, longer)).toEqual([thread('b'), longer]);
    expect(withThread(list, thread('b', { resolved }))).toEqual([thread('a')]);
    expect(withoutThread(list, 'a')).toEqual([thread('b')]);
  });

  it('has those of the one selected element first', () => {
    const other = thread('o', { elementId: ids.gateway });
    expect(selectedFirst([other, ...list], [ids.task])).toEqual([...list, other]);
    expect(selectedFirst([other, ...list], [ids.task, ids.gateway])).toEqual([other, ...list]);
  });

  it('is the same when it says the same', () => {
    expect(sameThreads(list, [thread('b'), thread('a')])).toBe(true);
    expect(sameThreads(list, [thread('b')])).toBe(false);
  });
});

describe('where a conversation is pinned', () => {
  it('is the element by its name of today', () => {
    const renamed = done(setLabel(document, ids.task, 'Look')).document;
    expect(placeOf(renamed, thread('a'))).toEqual({ words: 'Look', there: true });
    expect(placeOf(document, thread('a', { elementId: ids.gateway }))).toMatchObject({ there: true });
  });

  it('is what the element was called then, once it is deleted', () => {
    const gone = done(remove(document, [ids.task])).document;
    expect(placeOf(gone, thread('a'))).toEqual({ words: 'Check', there: false });
    expect(placeOf(gone, thread('a', { elementName: null }))).toEqual({ words: ids.task, there: false });
  });

  it('is a note on its plane, as long as there is one', () => {
    const note = (plane: string) => thread('n', { elementId: null, point: { planeId: plane, x: 0, y: 0 } });
    expect(placeOf(document, note(planeId(document)))).toEqual({ words: 'Note', there: true });
    expect(placeOf(document, note('gone'))).toEqual({ words: 'Note', there: false });
  });
});

describe('news', () => {
  it('are what others said since, and about what', () => {
    const before = [thread('a')];
    const after = [
      thread('n', { elementId: null, comments: [comment('n.1', { by: { id: 'ben', name: 'Ben' } })] }),
      thread('a', { comments: [comment('a.1'), comment('a.2'), comment('a.3', { mine: true })] }),
    ];
    expect(newsOf(document, before, after)).toEqual([
      'Ben commented on the drawing',
      'Jonas commented on “Check”',
    ]);
    expect(newsOf(document, after, after)).toEqual([]);
  });

  it('are none for what was deleted', () => {
    expect(newsOf(document, [], [thread('a', { comments: [comment('a.1', { text: null })] })])).toEqual([]);
  });
});
