import { describe, expect, it } from 'vitest';
import { append, kindById, move, setLabel } from '@/lib/editing';
import { sample } from '@/lib/editing/testing/diagrams';
import { contentOf } from './content';
import { createEditorStore } from './editor-store';

function session() {
  const { document, ids } = sample();
  const store = createEditorStore(document);
  const state = () => store.getState();
  const present = () => state().history.present;
  return { ids, state, present, content: () => contentOf(store, present()) };
}

describe('what a draft says', () => {
  it('is the same document while things are only moved, and after taking that back', () => {
    const { ids, state, present, content } = session();
    const before = content();
    expect(before).toBe(present());
    state().apply(move(present(), [ids.task], { x: 0, y: 20 }));
    expect(present()).not.toBe(before);
    expect(content()).toBe(before);
    state().undo();
    expect(content()).toBe(before);
  });

  it('is another one as soon as anything says something else', () => {
    const { ids, state, present, content } = session();
    content();
    state().apply(move(present(), [ids.task], { x: 0, y: 20 }));
    content();
    state().apply(setLabel(present(), ids.task, 'Read it'));
    expect(content()).toBe(present());
    state().apply(append(present(), ids.approval, kindById('task')));
    expect(content()).toBe(present());
    state().undo();
    expect(content()).toBe(present());
  });
});
