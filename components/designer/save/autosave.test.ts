import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setLabel } from '@/lib/editing';
import { sample } from '@/lib/editing/testing/diagrams';
import type { DesignerApi, SaveAnswer } from '../api';
import { createEditorStore } from '../store/editor-store';
import { createAutosave } from './autosave';
import { forgetDraft, keepDraft } from './kept-draft';

vi.mock('./kept-draft', () => ({ keepDraft: vi.fn(async () => {}), forgetDraft: vi.fn(async () => {}) }));

const { document, ids } = sample();

function session(answers: (SaveAnswer | Error)[]) {
  const editor = createEditorStore(document);
  const sent: number[] = [];
  const api = {
    async saveDraft(_document: unknown, revision: number) {
      sent.push(revision);
      const answer = answers.shift() ?? { status: 'saved', revision: revision + 1, problems: [] };
      if (answer instanceof Error) throw answer;
      return answer;
    },
  } as DesignerApi;
  const autosave = createAutosave('p', editor, api, 1);
  const type = (text: string) =>
    editor.getState().apply(setLabel(editor.getState().history.present, ids.task, text));
  const undo = () => editor.getState().undo();
  return { autosave, sent, type, undo, status: () => autosave.state.getState() };
}

describe('autosave', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('window', new EventTarget());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('saves once when editing pauses, on the revision it has', async () => {
    const { autosave, sent, type, status } = session([]);
    type('a');
    type('ab');
    expect(status()).toMatchObject({ status: 'changed', unsaved: 2 });
    await vi.advanceTimersByTimeAsync(800);
    expect(sent).toEqual([1]);
    expect(status()).toMatchObject({ status: 'saved', revision: 2, unsaved: 0 });
    type('abc');
    await autosave.flush();
    expect(sent).toEqual([1, 2]);
    autosave.stop();
  });

  it('has nothing to save, and says so, when a change is taken back before it was sent', async () => {
    const { autosave, sent, type, status, undo } = session([]);
    type('a');
    await vi.advanceTimersByTimeAsync(100);
    undo();
    expect(status()).toMatchObject({ status: 'changed' });
    vi.mocked(forgetDraft).mockClear();
    await vi.advanceTimersByTimeAsync(800);
    expect(sent).toEqual([]);
    expect(status()).toMatchObject({ status: 'saved', revision: 1, unsaved: 0 });
    expect(forgetDraft).toHaveBeenCalledTimes(1);
    autosave.stop();
  });

  it('keeps several changes as one, a moment later, and at once when the page is left', async () => {
    const kept: number[] = [];
    vi.mocked(keepDraft).mockImplementation(async (_id, { changes }) => void kept.push(changes));
    const { autosave, type } = session([]);
    type('a');
    type('ab');
    expect(kept).toEqual([]);
    await vi.advanceTimersByTimeAsync(60);
    expect(kept).toEqual([2]);
    type('abc');
    window.dispatchEvent(new Event('pagehide'));
    expect(kept).toEqual([2, 3]);
    await vi.advanceTimersByTimeAsync(60);
    expect(kept).toEqual([2, 3]);
    type('abcd');
    autosave.stop();
    expect(kept).toEqual([2, 3, 4]);
  });

  it('keeps changes while offline and saves them when the network is back', async () => {
    const { autosave, sent, type, status } = session([new TypeError('network')]);
    type('a');
    await vi.advanceTimersByTimeAsync(800);
    expect(status()).toMatchObject({ status: 'offline', unsaved: 1 });
    type('ab');
    expect(status()).toMatchObject({ status: 'offline', unsaved: 2 });
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([1, 1]);
    expect(status()).toMatchObject({ status: 'saved', unsaved: 0 });
    autosave.stop();
  });

  it('stops at a conflict, loses nothing, and goes on after a reload', async () => {
    const { autosave, sent, type, status } = session([{ status: 'conflict', revision: 7 }]);
    type('a');
    await vi.advanceTimersByTimeAsync(800);
    type('ab');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual([1]);
    expect(status()).toMatchObject({ status: 'conflict', unsaved: 2 });
    autosave.rebase(document, 7);
    type('abc');
    await vi.advanceTimersByTimeAsync(800);
    expect(sent).toEqual([1, 7]);
    autosave.stop();
  });

  it('sends one request at a time, however many ask for it meanwhile', async () => {
    let answer = () => {};
    const editor = createEditorStore(document);
    const sent: number[] = [];
    const api = {
      saveDraft(_document: unknown, revision: number) {
        sent.push(revision);
        return new Promise<SaveAnswer>((resolve) => {
          answer = () => resolve({ status: 'saved', revision: revision + 1, problems: [] });
        });
      },
    } as unknown as DesignerApi;
    const autosave = createAutosave('p', editor, api, 1);
    const type = (text: string) =>
      editor.getState().apply(setLabel(editor.getState().history.present, ids.task, text));
    type('a');
    const first = autosave.flush();
    type('ab');
    const others = [autosave.flush(), autosave.flush()];
    let settled = false;
    const waiting = autosave.settled().then(() => {
      settled = true;
    });
    answer();
    await first;
    await vi.advanceTimersByTimeAsync(0);
    expect([sent, settled]).toEqual([[1, 2], false]);
    answer();
    await Promise.all([...others, waiting]);
    expect(sent).toEqual([1, 2]);
    expect(autosave.state.getState()).toMatchObject({ status: 'saved', revision: 3 });
    autosave.stop();
  });

  it('knows the document that the server had last, for merging', async () => {
    const { autosave, type, status } = session([
      { status: 'saved', revision: 2, problems: [] },
      { status: 'conflict', revision: 3 },
    ]);
    expect(autosave.base()).toBe(document);
    type('a');
    await autosave.flush();
    const mine = autosave.base();
    expect(mine).not.toBe(document);
    type('ab');
    await autosave.flush();
    expect(status().status).toBe('conflict');
    expect(autosave.base()).toBe(mine);
    autosave.rebase(document, 3);
    expect(autosave.base()).toBe(document);
    autosave.stop();
  });
});
