import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unauthenticated } from '@/lib/errors/app-error';
import { LOOK_AGAIN_MS, UNPROVEN_MS, whileAllowed } from './while-allowed';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (looks: number) => vi.advanceTimersByTimeAsync(looks * LOOK_AGAIN_MS);

describe('what goes on for a reader', () => {
  it('goes on while they are let in, and ends at the first look that refuses them', async () => {
    const admit = vi.fn(async () => undefined);
    const { signal } = whileAllowed(new AbortController().signal, admit);
    await pass(3);
    expect([admit.mock.calls.length, signal.aborted]).toEqual([3, false]);
    admit.mockRejectedValue(unauthenticated());
    await pass(1);
    expect(signal.aborted).toBe(true);
    await pass(3);
    expect(admit).toHaveBeenCalledTimes(4);
  });

  it('outlasts a database that is away for a moment, and no longer than half a minute', async () => {
    const admit = vi.fn(async () => undefined);
    admit.mockRejectedValueOnce(new Error('connection refused'));
    const { signal } = whileAllowed(new AbortController().signal, admit);
    await pass(2);
    admit.mockRejectedValue(new Error('connection refused'));
    await vi.advanceTimersByTimeAsync(UNPROVEN_MS - 1);
    expect(signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(signal.aborted).toBe(true);
  });

  it.each(['the reader goes away', 'it ends by itself'])('asks nobody any more once %s', async (how) => {
    const admit = vi.fn(async () => undefined);
    const gone = new AbortController();
    const allowed = whileAllowed(gone.signal, admit);
    if (how === 'it ends by itself') allowed.end();
    else gone.abort();
    expect(allowed.signal.aborted).toBe(true);
    await pass(2);
    expect(admit).not.toHaveBeenCalled();
  });

  it('never begins for who went away before', async () => {
    const admit = vi.fn(async () => undefined);
    expect(whileAllowed(AbortSignal.abort(), admit).signal.aborted).toBe(true);
    await pass(2);
    expect(admit).not.toHaveBeenCalled();
  });
});
