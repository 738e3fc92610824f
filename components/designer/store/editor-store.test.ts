import { describe, expect, it } from 'vitest';
import { append, kindById, nudge, remove } from '@/lib/editing';
import { sample } from '@/lib/editing/testing/diagrams';
import { createEditorStore } from './editor-store';

function session() {
  const { document, ids } = sample();
  const store = createEditorStore(document);
  const state = () => store.getState();
  state().select([ids.task]);
  return { ids, state };
}

describe('the selection of an editing session', () => {
  it('stays the same list as long as it says the same, so that nobody draws it again', () => {
    const { ids, state } = session();
    const before = state().selection;
    state().select([ids.task]);
    state().apply(nudge(state().history.present, [ids.task], { x: 10, y: 0 }));
    expect(state().selection).toBe(before);
    state().undo();
    expect(state().selection).toBe(before);
    state().redo();
    expect(state().selection).toBe(before);
  });

  it('is what an edit selects', () => {
    const { ids, state } = session();
    const result = append(state().history.present, ids.task, kindById('task'));
    state().apply(result);
    expect(state().selection).toEqual('select' in result ? result.select : []);
  });

  it('loses what is gone', () => {
    const { ids, state } = session();
    state().select([ids.task, ids.approval]);
    state().apply(remove(state().history.present, [ids.task]), { keepSelection: true });
    expect(state().selection).toEqual([ids.approval]);
  });
});

describe('a burst of keys', () => {
  it('goes by when the keys were pressed, not by when the page came to them', () => {
    const { ids, state } = session();
    const press = (at: number) =>
      state().apply(nudge(state().history.present, [ids.task], { x: 1, y: 0 }), { burst: 'nudge', at });
    for (const at of [0, 500, 1_000]) press(at);
    expect(state().history.past).toHaveLength(1);
    press(2_000);
    expect(state().history.past).toHaveLength(2);
  });
});
