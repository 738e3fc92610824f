import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { get, hash, nameOf, type ProcessDocument } from '@/lib/document';
import { setLabel } from '@/lib/editing';
import { done, sample } from '@/lib/editing/testing/diagrams';
import type { DesignerApi, SaveAnswer } from '../api';
import { createAutosave } from '../save/autosave';
import { createEditorStore } from '../store/editor-store';
import { LOOK_AGAIN_MS, OWN_MS, type Theirs, takeTheirs } from './theirs';

const { document: base, ids } = sample();
const renamed = (from: ProcessDocument, id: string, to: string) => done(setLabel(from, id, to)).document;
const nameIn = (document: ProcessDocument, id: string) => nameOf(get(document, id));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A window at revision 1, and a server that somebody else saves to. */
function setUp() {
  const editor = createEditorStore(base);
  const server = { document: base, revision: 1 };
  const gate = { wait: Promise.resolve() };
  const api = {
    async saveDraft(document: ProcessDocument, revision: number): Promise<SaveAnswer> {
      await gate.wait;
      if (revision !== server.revision) return { status: 'conflict', revision: server.revision };
      server.document = document;
      server.revision += 1;
      return { status: 'saved', revision: server.revision, problems: [] };
    },
    loadDraft: async () => ({ document: structuredClone(server.document), revision: server.revision }),
  } as DesignerApi;
  const autosave = createAutosave('p', editor, api, 1);
  const told: Theirs[] = [];
  const onSaved = takeTheirs(
    editor,
    autosave,
    api,
    () => 'mia',
    (theirs) => told.push(theirs),
  );
  const saveTheirs = (id: string, to: string) => {
    server.document = renamed(server.document, id, to);
    server.revision += 1;
    return onSaved({ revision: server.revision, by: { id: 'jonas', name: 'Jonas' } });
  };
  const mine = (id: string, to: string) =>
    editor.getState().apply(setLabel(editor.getState().history.present, id, to));
  const shown = () => editor.getState().history.present;
  return { editor, autosave, server, gate, told, onSaved, saveTheirs, mine, shown };
}

it('takes over what somebody saved while nothing of one’s own is unsaved, and undo leaves it', async () => {
  const { editor, autosave, told, saveTheirs, mine, shown } = setUp();
  mine(ids.task, 'Mine');
  await autosave.flush();
  await saveTheirs(ids.end, 'Theirs');
  expect([nameIn(shown(), ids.task), nameIn(shown(), ids.end)]).toEqual(['Mine', 'Theirs']);
  expect(autosave.state.getState()).toMatchObject({ status: 'saved', revision: 3, unsaved: 0 });
  expect(told).toMatchObject([{ by: 'Jonas', changes: 1, taken: true }]);
  editor.getState().undo();
  expect([nameIn(shown(), ids.task), nameIn(shown(), ids.end)]).toEqual([nameIn(base, ids.task), 'Theirs']);
  await autosave.flush();
  expect(autosave.state.getState()).toMatchObject({ status: 'saved', revision: 4 });
  autosave.stop();
});

it('says so when a step can’t be undone because they changed the same', async () => {
  const { editor, autosave, saveTheirs, mine, shown } = setUp();
  mine(ids.task, 'Mine');
  await autosave.flush();
  await saveTheirs(ids.task, 'Theirs');
  editor.getState().undo();
  expect(nameIn(shown(), ids.task)).toBe('Theirs');
  expect(editor.getState().remark).toMatchObject({
    refused: true,
    text: expect.stringMatching(/can’t be undone: somebody else changed the same$/),
  });
  expect(editor.getState().history.past).toEqual([]);
  autosave.stop();
});

it('touches nothing while one’s own changes are unsaved; saving meets the conflict', async () => {
  const { autosave, told, saveTheirs, mine, shown } = setUp();
  mine(ids.task, 'Mine');
  const before = shown();
  await saveTheirs(ids.end, 'Theirs');
  expect(shown()).toBe(before);
  expect(told).toMatchObject([{ by: 'Jonas', changes: 1, taken: false }]);
  await autosave.flush();
  expect(autosave.state.getState().status).toBe('conflict');
  expect(nameIn(shown(), ids.task)).toBe('Mine');
  autosave.stop();
});

it('waits for the end of a drag and of typing', async () => {
  const { editor, autosave, saveTheirs, shown } = setUp();
  editor.getState().startNaming(ids.task);
  const taking = saveTheirs(ids.end, 'Theirs');
  await vi.advanceTimersByTimeAsync(5 * LOOK_AGAIN_MS);
  expect(shown()).toBe(base);
  editor.getState().startNaming(null);
  editor.getState().setPreview(base);
  await vi.advanceTimersByTimeAsync(5 * LOOK_AGAIN_MS);
  expect(shown()).toBe(base);
  editor.getState().setPreview(null);
  await vi.advanceTimersByTimeAsync(LOOK_AGAIN_MS);
  await taking;
  expect(nameIn(shown(), ids.end)).toBe('Theirs');
  autosave.stop();
});

it('knows its own saving when it hears of it, even before the answer', async () => {
  const { autosave, gate, told, onSaved, mine, shown } = setUp();
  let open = () => {};
  gate.wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  mine(ids.task, 'Mine');
  const sending = autosave.flush();
  const hearing = onSaved({ revision: 2, by: { id: 'mia', name: 'Mia' } });
  open();
  await sending;
  await vi.advanceTimersByTimeAsync(OWN_MS + LOOK_AGAIN_MS);
  await hearing;
  expect(told).toEqual([]);
  expect(nameIn(shown(), ids.task)).toBe('Mine');
  autosave.stop();
});

it('takes over what another window of one’s own saved, and gives a restoring of this one time to end', async () => {
  const { autosave, server, told, onSaved, shown } = setUp();
  server.document = renamed(base, ids.task, 'Elsewhere');
  server.revision = 2;
  const mine = { revision: 2, by: { id: 'mia', name: 'Mia' } };
  const hearing = onSaved(mine);
  await vi.advanceTimersByTimeAsync(OWN_MS - 1);
  expect(shown()).toBe(base);
  await vi.advanceTimersByTimeAsync(1);
  await hearing;
  expect(nameIn(shown(), ids.task)).toBe('Elsewhere');
  expect(told).toMatchObject([{ me: true, changes: 1, taken: true }]);
  autosave.stop();
});

it('takes over several savings in a row, and what is older than what it has not at all', async () => {
  const { autosave, server, told, onSaved, saveTheirs, shown } = setUp();
  await Promise.all([saveTheirs(ids.end, 'One'), saveTheirs(ids.task, 'Two'), saveTheirs(ids.end, 'Three')]);
  expect(hash(shown())).toBe(hash(server.document));
  expect(autosave.state.getState()).toMatchObject({ status: 'saved', revision: 4 });
  const before = [shown(), told.length];
  await onSaved({ revision: 2, by: { id: 'jonas', name: 'Jonas' } });
  expect([shown(), told.length]).toEqual(before);
  autosave.stop();
});
