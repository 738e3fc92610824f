import { AppError } from '@/lib/errors/app-error';

/** How often a stream asks whether its reader may still have it, in milliseconds. */
export const LOOK_AGAIN_MS = 5_000;
/** Longest time a stream goes on while nobody can be asked, as when the database is away. In milliseconds. */
export const UNPROVEN_MS = 30_000;

/** How long something may go on. */
export interface Allowed {
  /** Aborts with `end`, when the reader went away, or when they may have it no more. */
  signal: AbortSignal;
  end(): void;
}

/**
 * Asks every few seconds, as long as something goes on, whether its reader may still have it. A refusal ends it;
 * that nobody could answer ends it after half a minute.
 * @param gone aborts when the reader goes away
 * @param admit rejects with an AppError where the reader isn't let in any more
 */
export function whileAllowed(gone: AbortSignal, admit: () => Promise<unknown>): Allowed {
  const over = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let proven = performance.now();
  const end = () => {
    clearTimeout(timer);
    gone.removeEventListener('abort', end);
    over.abort();
  };
  const look = async (): Promise<void> => {
    try {
      await admit();
      proven = performance.now();
    } catch (error) {
      if (error instanceof AppError || performance.now() - proven >= UNPROVEN_MS) end();
    }
    wait();
  };
  const wait = () => {
    if (!over.signal.aborted) timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
  };
  gone.addEventListener('abort', end);
  if (gone.aborted) end();
  wait();
  return { signal: over.signal, end };
}
