import 'server-only';
import { toProblem } from '@/lib/errors/problem';
import type { CallContext } from '@/lib/usecase/context';
import type { UseCase } from '@/lib/usecase/define';
import { eventStream, type StreamMessage } from './event-stream';
import { byNow } from './watching';
import { whileAllowed } from './while-allowed';

/**
 * Runs a use case that tells how it goes as a Server-Sent Events response: each thing told under its name, then
 * `answer`, or `problem` (RFC 9457) when it failed on the way. What fails before anything was told is thrown, so that a
 * refusal has its status. It is stopped when the caller goes away, or wouldn't be let in any more.
 */
export async function progressStream<Input>(
  run: UseCase<Input, unknown>,
  context: CallContext,
  input: unknown,
): Promise<Response> {
  const queue = new Queue();
  const gone = context.gone ?? new AbortController().signal;
  const allowed = whileAllowed(gone, async () => run.admit(await byNow(context)));
  const tell = (event: string, data: unknown) => queue.put(event, data);
  const running = run({ ...context, gone: allowed.signal, tell }, input).then(
    (answer) => queue.put('answer', answer),
    (error: unknown) => {
      if (queue.untouched) throw error;
      queue.put('problem', toProblem(error).problem);
    },
  );
  const ended = running.finally(() => queue.close());
  ended.catch(() => allowed.end());
  await Promise.race([ended, queue.begun]);
  return eventStream(allowed, (signal) => queue.messages(signal));
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
