import { expect, it, vi } from 'vitest';
import { sample } from '@/lib/editing/testing/diagrams';
import { HIDDEN_MS } from '../presence/line';
import { FakeStream } from '../presence/testing/fake-stream';
import { shownPage } from '../presence/testing/shown-page';
import { createEditorStore } from '../store/editor-store';
import type { CommentsApi } from './comments-api';
import { EVERY_MS, followComments } from './follow';
import { hearConversations } from './hearing';

const page = shownPage();

/** Somebody who reads the comments beside the process, and what was asked of the server. */
function reader() {
  const streams: FakeStream[] = [];
  const company = hearConversations(() => {
    const stream = new FakeStream();
    streams.push(stream);
    return stream;
  });
  const editor = createEditorStore(sample().document);
  editor.setState({ company });
  editor.getState().discuss({});
  const list = vi.fn<CommentsApi['list']>(async () => ({
    ok: true,
    body: { items: [], nextCursor: null, counts: { open: 0, resolved: 0 } },
  }));
  const following = followComments({
    editor,
    api: { list },
    visible: () => page.visibilityState === 'visible',
  });
  const stop = () => {
    following.stop();
    company.stop();
  };
  return { streams, editor, list, stop };
}

it('reads anew when the line is there, then is told and asks no more', async () => {
  const { streams, editor, list, stop } = reader();
  streams[0]!.say('missed', {});
  expect(list).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(4 * EVERY_MS);
  expect(list).toHaveBeenCalledTimes(1);
  const thread = {
    threadId: 'a',
    elementId: null,
    elementName: null,
    point: null,
    createdAt: '2026-11-29T12:00:00Z',
    resolved: null,
    comments: [],
  };
  streams[0]!.say('conversations', { threads: [{ threadId: 'a', thread }] });
  expect(editor.getState().conversations).toEqual([thread]);
  stop();
  expect(vi.getTimerCount()).toBe(0);
});

it('asks now and then while the line is lost', async () => {
  const { streams, list, stop } = reader();
  streams[0]!.say('missed', {});
  streams[0]!.fail();
  await vi.advanceTimersByTimeAsync(EVERY_MS);
  expect(list).toHaveBeenCalledTimes(2);
  stop();
});

it('gives the line up while the page is hidden for long', () => {
  const { streams, list, stop } = reader();
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  vi.advanceTimersByTime(HIDDEN_MS);
  expect(streams[0]!.closed).toBe(true);
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  streams[1]!.say('missed', {});
  expect(list).toHaveBeenCalledTimes(1);
  stop();
});
