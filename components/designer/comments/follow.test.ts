import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeCompany } from '@/components/canvas/edit/others/testing/fakes';
import type { ApiResult } from '@/components/common/api-client';
import type { ThreadAnswer } from '@/lib/comments/answer';
import { sample } from '@/lib/editing/testing/diagrams';
import { createEditorStore } from '../store/editor-store';
import type { CommentsApi, ThreadPage } from './comments-api';
import { AGAIN_MS, EVERY_MS, followComments } from './follow';
import { createTalk } from './use-talk';

const { document, ids } = sample();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const thread = (threadId: string, mine = false): ThreadAnswer => ({
  threadId,
  elementId: ids.task,
  elementName: null,
  point: null,
  createdAt: '2026-11-29T12:00:00Z',
  resolved: null,
  comments: [
    {
      commentId: `${threadId}.1`,
      text: 'x',
      by: { id: 'j', name: 'Jonas' },
      at: '2026-11-29T12:00:00Z',
      editedAt: null,
      mine,
    },
  ],
});
const page = (items: ThreadAnswer[], nextCursor: string | null = null): ApiResult<ThreadPage> => ({
  ok: true,
  body: { items, nextCursor, counts: { open: items.length, resolved: 0 } },
});
const down: ApiResult<never> = { ok: false, problem: { status: 0, code: 'unreachable', detail: 'Away' } };

function followed() {
  const editor = createEditorStore(document);
  const list = vi.fn<CommentsApi['list']>(async () => page([]));
  const seen = { visible: true };
  const following = followComments({ editor, api: { list }, visible: () => seen.visible });
  const shown = () => editor.getState().conversations.map(({ threadId }) => threadId);
  return { editor, list, seen, following, shown };
}

describe('what others say', () => {
  it('is loaded page by page, and said only when it is new', async () => {
    const { editor, list, following, shown } = followed();
    list.mockImplementation(async (_state, cursor) =>
      cursor ? page([thread('a')]) : page([thread('b')], 'more'),
    );
    await following.look();
    expect(shown()).toEqual(['b', 'a']);
    expect(editor.getState().remark).toBeNull();
    list.mockImplementation(async () => page([thread('c'), thread('b'), thread('a')]));
    await following.look();
    expect(editor.getState().remark?.text).toMatch(/^Jonas commented on /);
    following.stop();
  });

  it('is looked for while others are there or the comments are shown, and the page is looked at', async () => {
    const { editor, list, seen, following } = followed();
    await vi.advanceTimersByTimeAsync(EVERY_MS);
    expect(list).toHaveBeenCalledTimes(0);
    editor.setState({ others: [{ id: 'w', name: 'Jonas', selection: [] }] });
    await vi.advanceTimersByTimeAsync(EVERY_MS);
    expect(list).toHaveBeenCalledTimes(1);
    seen.visible = false;
    await vi.advanceTimersByTimeAsync(EVERY_MS);
    expect(list).toHaveBeenCalledTimes(1);
    seen.visible = true;
    editor.setState({ others: [] });
    editor.getState().discuss({});
    await vi.advanceTimersByTimeAsync(EVERY_MS);
    expect(list).toHaveBeenCalledTimes(2);
    following.stop();
    await vi.advanceTimersByTimeAsync(5 * EVERY_MS);
    expect(list).toHaveBeenCalledTimes(2);
  });

  it('is there at once where there is a line to the others, and not looked for then', async () => {
    const { editor, list, following, shown } = followed();
    list.mockResolvedValue(page([thread('a')]));
    await following.look();
    const { company, speak } = fakeCompany();
    editor.setState({ company, others: [{ id: 'w', name: 'Jonas', selection: [] }] });
    // What was said before the line was there.
    expect(list).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(3 * EVERY_MS);
    expect(list).toHaveBeenCalledTimes(2);
    speak([{ threadId: 'b', thread: thread('b') }]);
    expect(shown()).toEqual(['b', 'a']);
    expect(editor.getState().remark?.text).toMatch(/^Jonas commented on /);
    const by = { by: { id: 'j', name: 'Jonas' }, at: '2026-11-29T13:00:00Z' };
    speak([
      { threadId: 'a', thread: null },
      { threadId: 'b', thread: { ...thread('b'), resolved: by } },
    ]);
    expect(shown()).toEqual([]);
    list.mockResolvedValue(page([thread('c')]));
    speak('missed');
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toEqual(['c']);
    company.state.setState({ self: null });
    await vi.advanceTimersByTimeAsync(EVERY_MS);
    expect(list).toHaveBeenCalledTimes(4);
    following.stop();
    speak([{ threadId: 'd', thread: thread('d') }]);
    expect(shown()).toEqual(['c']);
  });

  it('isn’t taken away by an older answer that was under way', async () => {
    const { editor, list, following, shown } = followed();
    const { company, speak } = fakeCompany();
    company.state.setState({ self: null });
    editor.setState({ company });
    let answer: (of: ApiResult<ThreadPage>) => void = () => undefined;
    list.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const looking = following.look();
    speak([{ threadId: 'gone', thread: null }]);
    list.mockResolvedValueOnce(page([thread('a')]));
    answer(page([thread('gone'), thread('a')]));
    await looking;
    expect(shown()).toEqual(['a']);
    expect(list).toHaveBeenCalledTimes(2);
    following.stop();
  });

  it('is looked for when somebody comes back, once for all that tells so', async () => {
    const { list, following } = followed();
    following.back();
    following.back();
    expect(list).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(AGAIN_MS);
    following.back();
    expect(list).toHaveBeenCalledTimes(2);
    following.stop();
  });

  it('stays as it was while the server can’t be reached', async () => {
    const { list, following, shown } = followed();
    list.mockResolvedValueOnce(page([thread('a')]));
    await following.look();
    list.mockResolvedValueOnce(down);
    await following.look();
    expect(shown()).toEqual(['a']);
    following.stop();
  });

  it('doesn’t take away what was written here while it was loaded', async () => {
    const { editor, list, following, shown } = followed();
    let answer: (of: ApiResult<ThreadPage>) => void = () => undefined;
    list.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const looking = following.look();
    editor.setState({ conversations: [thread('mine', true)] });
    list.mockResolvedValueOnce(page([thread('mine', true), thread('a')]));
    answer(page([thread('a')]));
    await looking;
    expect(shown()).toEqual(['mine', 'a']);
    following.stop();
  });
});

describe('what one says', () => {
  function talking(answer: Partial<CommentsApi>) {
    const editor = createEditorStore(document);
    const gone: string[] = [];
    let keys = 0;
    const flush = vi.fn(async () => undefined);
    const talk = createTalk({
      editor,
      api: answer as CommentsApi,
      autosave: { flush },
      onThread: (id, now) => gone.push(`${id} ${now ? (now.resolved ? 'resolved' : 'open') : 'gone'}`),
      newKey: () => `key ${++keys}`,
    });
    return { editor, talk, gone, flush };
  }

  it('is in the list, looked at and said, and the draft is saved before', async () => {
    const add = vi.fn<CommentsApi['add']>(async () => ({ ok: true, body: thread('new', true) }));
    const { editor, talk, flush } = talking({ add });
    expect(await talk.add({ elementId: ids.task }, 'x')).toBeNull();
    expect(flush).toHaveBeenCalledTimes(1);
    expect(editor.getState().conversations).toEqual([thread('new', true)]);
    expect(editor.getState().discussion).toMatchObject({ thread: 'new', compose: null });
    expect(editor.getState().remark?.text).toMatch(/^Commented on /);
    expect(editor.getState().history.past).toEqual([]);
  });

  it('that couldn’t be sent says why, and is sent again under the same key', async () => {
    const reply = vi.fn<CommentsApi['reply']>(async () => down);
    const { editor, talk } = talking({ reply });
    expect(await talk.reply('a', 'Hm')).toBe('Away');
    reply.mockResolvedValueOnce({ ok: true, body: thread('a') });
    expect(await talk.reply('a', 'Hm')).toBeNull();
    await talk.reply('a', 'Hm');
    expect(reply.mock.calls.map(([, , key]) => key)).toEqual(['key 1', 'key 1', 'key 2']);
    expect(editor.getState().conversations).toHaveLength(1);
  });

  it('is at once where it is moved to, and back when that fails', async () => {
    const place = { planeId: 'plane', x: 1, y: 2 };
    let answer: (of: ApiResult<ThreadAnswer>) => void = () => undefined;
    const { editor, talk } = talking({ move: () => new Promise((resolve) => (answer = resolve)) });
    editor.setState({ conversations: [thread('a')] });
    const moving = talk.move('a', place);
    expect(editor.getState().conversations[0]).toMatchObject({ elementId: null, point: place });
    answer(down);
    expect(await moving).toBe('Away');
    expect(editor.getState().conversations).toEqual([thread('a')]);
  });

  it('is in other words once the server says so, and says why when it doesn’t', async () => {
    const [said] = thread('a', true).comments;
    const changed = {
      ...thread('a', true),
      comments: [{ ...said!, text: 'y', editedAt: '2026-11-29T12:30:00Z' }],
    };
    const edit = vi.fn<CommentsApi['edit']>(async () => down);
    const { editor, talk } = talking({ edit });
    editor.setState({ conversations: [thread('a', true)] });
    expect(await talk.edit('a', 'a.1', 'y')).toBe('Away');
    expect(editor.getState().conversations).toEqual([thread('a', true)]);
    edit.mockResolvedValueOnce({ ok: true, body: changed });
    expect(await talk.edit('a', 'a.1', 'y')).toBeNull();
    expect(editor.getState().conversations).toEqual([changed]);
    expect(editor.getState().remark?.text).toBe('Changed the comment');
  });

  it('is out of the list when it is resolved or nothing is left', async () => {
    const by = { by: { id: 'm', name: 'Mia' }, at: '2026-11-29T13:00:00Z' };
    const { editor, talk, gone } = talking({
      settle: async (id, on) => ({ ok: true, body: { ...thread(id), resolved: on ? by : null } }),
      remove: async () => ({ ok: true, body: { thread: null } }),
    });
    editor.setState({ conversations: [thread('a'), thread('b')] });
    await talk.settle('a', true);
    expect(editor.getState().conversations).toEqual([thread('b')]);
    await talk.settle('a', false);
    await talk.remove('b', 'b.1');
    expect(editor.getState().conversations).toEqual([thread('a')]);
    expect(gone).toEqual(['a resolved', 'a open', 'b gone']);
  });
});
