import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SIGNED_CHANNEL } from '../account/signed-channel';
import type { ApiResult } from '../common/api-client';
import { signInAgain } from './sign-in-again';

const asked = { confirmation: 'c-1', url: 'https://id.example/authorize?prompt=login' };
const begin = async (): Promise<ApiResult<typeof asked>> => ({ ok: true, body: asked });

/** A window that the browser opened. */
const opened = () => ({ opener: {}, location: { href: '' }, close: vi.fn() });
let popup: ReturnType<typeof opened> | null;
const channels = new Set<BroadcastChannel>();
beforeEach(() => {
  popup = opened();
  vi.stubGlobal('window', { open: vi.fn(() => popup) });
});
afterEach(() => {
  for (const channel of channels) channel.close();
  vi.unstubAllGlobals();
});

const comeBack = (refused: string | null) => {
  const channel = new BroadcastChannel(SIGNED_CHANNEL);
  channels.add(channel);
  channel.postMessage({ refused });
};
const never = new AbortController().signal;

it('opens a window at once, sends it to the provider without a way back to ours, and waits', async () => {
  const waiting = signInAgain(begin, never);
  expect(window.open).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(popup).toMatchObject({ opener: null, location: { href: asked.url } }));
  comeBack(null);
  expect(await waiting).toEqual({ confirmation: 'c-1' });
});

it('says why it came to nothing', async () => {
  const waiting = signInAgain(begin, never);
  await vi.waitFor(() => expect(popup?.location.href).not.toBe(''));
  comeBack('Somebody else signed in there');
  expect(await waiting).toEqual({ refused: 'Somebody else signed in there' });
});

it('closes its window when the server refuses, and says so when none was opened', async () => {
  const problem = { status: 409, code: 'task-already-decided', detail: 'This task has been decided.' };
  const refused = { refused: problem.detail };
  expect(await signInAgain(async () => ({ ok: false, problem }), never)).toEqual(refused);
  expect(popup?.close).toHaveBeenCalled();
  popup = null;
  expect(await signInAgain(begin, never)).toMatchObject({ refused: expect.stringContaining('Allow it') });
});

it('ends when it isn’t wanted any more', async () => {
  const wanted = new AbortController();
  const waiting = signInAgain(begin, wanted.signal);
  await vi.waitFor(() => expect(popup?.location.href).not.toBe(''));
  wanted.abort();
  expect(await waiting).toHaveProperty('refused');
});
