import 'server-only';
import { toProblem } from '@/lib/errors/problem';
import type { Tell } from '@/lib/usecase/context';
import { eventStream, type StreamMessage } from './event-stream';

/**
 * Runs something that tells how it goes as a Server-Sent Events response: each thing told under its name, then
 * `answer`, or `problem` (RFC 9457) when it failed on the way. What fails before anything was told is thrown, so that a
 * refusal has its status.
 * @param signal aborts when the browser goes away
 */
export async function progressStream(
  signal: AbortSignal,
  run: (tell: Tell) => Promise<unknown>,
): Promise<Response> {
  const queue = new Queue();
  const running = run((event, data) => queue.put(event, data)).then(
    (answer) => queue.put('answer', answer),
    (error: unknown) => {
      if (queue.untouched) throw error;
      queue.put('problem', toProblem(error).problem);
    },
  );
  const ended = running.finally(() => queue.close());
  ended.catch(() => undefined);
  await Promise.race([ended, queue.begun]);
  return eventStream(signal, (gone) => queue.messages(gone));
}

/** Messages in order, for one reader that may come later. */
class Queue {
  private readonly waiting: StreamMessage[] = [];
  private count = 0;
  private closed = false;
  private wake: () => void = () => undefined;
  private begin: () => void = () => undefined;
  /** Settles with the first message. */
  readonly begun = new Promise<void>((resolve) => {
    this.begin = resolve;
  });

  get untouched(): boolean {
    return this.count === 0;
  }

  put(event: string, data: unknown): void {
    this.waiting.push({ id: String(++this.count), event, data });
    this.begin();
    this.wake();
  }

  close(): void {
    this.closed = true;
    this.wake();
  }

  async *messages(gone: AbortSignal): AsyncIterable<StreamMessage> {
    gone.addEventListener('abort', () => this.wake());
    while (!gone.aborted) {
      const next = this.waiting.shift();
      if (next) yield next;
      else if (this.closed) return;
      else
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
    }
  }
}
