import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { boundsOf, get, nameOf, type ProcessDocument } from '@/lib/document';
import { move, remove, setLabel } from '@/lib/editing';
import { inconsistencies } from '@/lib/editing/check';
import { done, sample } from '@/lib/editing/testing/diagrams';
import type { DesignerApi } from '../api';
import { createAutosave } from '../save/autosave';
import { createEditorStore } from '../store/editor-store';
import { wordsOf } from './conflict-words';
import { finishMerge, startMerge } from './merge-session';

const { document, ids } = sample();
const named = (from: ProcessDocument, id: string, name: string) => done(setLabel(from, id, name)).document;

beforeEach(() => vi.stubGlobal('window', new EventTarget()));
afterEach(() => vi.unstubAllGlobals());

/** An editing session whose draft somebody else saved meanwhile as revision 2. */
async function conflict(mine: ProcessDocument, theirs: ProcessDocument) {
  const editor = createEditorStore(document);
  const saved: { document: ProcessDocument; revision: number }[] = [];
  const server = { revision: 2 };
  const api = {
    async saveDraft(sent: ProcessDocument, revision: number) {
      if (revision !== server.revision) return { status: 'conflict', revision: server.revision };
      saved.push({ document: sent, revision });
      server.revision += 1;
      return { status: 'saved', revision: server.revision, problems: [] };
    },
    loadDraft: async () => ({ document: theirs, revision: 2 }),
  } as unknown as DesignerApi;
  const autosave = createAutosave('p', editor, api, 1);
  editor.getState().apply({ document: mine, select: [], announce: 'Edited' });
  await autosave.flush();
  expect(autosave.state.getState().status).toBe('conflict');
  const session = (await startMerge(editor, autosave, api))!;
  return { editor, autosave, session, saved };
}

it('joins what both did and saves it on top of theirs', async () => {
  const theirs = done(move(document, [ids.approval], { x: 0, y: 200 })).document;
  const { editor, autosave, session, saved } = await conflict(named(document, ids.task, 'Mine'), theirs);
  expect(session.conflicts).toEqual([]);
  await finishMerge(editor, autosave, session, new Map());
  const merged = editor.getState().history.present;
  expect(nameOf(get(merged, ids.task))).toBe('Mine');
  expect(boundsOf(merged, ids.approval)).toEqual(boundsOf(theirs, ids.approval));
  expect(saved).toEqual([{ document: merged, revision: 2 }]);
  expect(autosave.state.getState()).toMatchObject({ status: 'saved', revision: 3, unsaved: 0 });
  editor.getState().undo();
  expect(editor.getState().history.present).toBe(merged);
  autosave.stop();
});

it('takes of each conflict what was chosen', async () => {
  const both = (words: string) => named(named(document, ids.task, words), ids.end, `${words} end`);
  const { editor, autosave, session } = await conflict(both('mine'), both('theirs'));
  expect(session.conflicts.map((each) => wordsOf(each, session))).toEqual([
    { element: 'mine', what: 'Name', mine: 'mine', theirs: 'theirs' },
    { element: 'mine end', what: 'Name', mine: 'mine end', theirs: 'theirs end' },
  ]);
  const second = session.conflicts[1]!;
  await finishMerge(editor, autosave, session, new Map([[second, 'theirs']]));
  const merged = editor.getState().history.present;
  expect([nameOf(get(merged, ids.task)), nameOf(get(merged, ids.end))]).toEqual(['mine', 'theirs end']);
  autosave.stop();
});

it('lets a deletion win where it is chosen, and leaves a whole drawing', async () => {
  const theirs = done(remove(document, [ids.end])).document;
  const { editor, autosave, session } = await conflict(named(document, ids.end, 'Kept'), theirs);
  const deleted = session.conflicts.find((each) => each.elementId === ids.end)!;
  expect(wordsOf(deleted, session)).toMatchObject({ element: 'Kept', theirs: 'Deleted' });
  await finishMerge(editor, autosave, session, new Map([[deleted, 'theirs']]));
  const merged = editor.getState().history.present;
  expect(get(merged, ids.end)).toBeUndefined();
  expect(inconsistencies(merged)).toEqual([]);
  autosave.stop();
});
