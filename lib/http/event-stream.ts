const HEARTBEAT_MS = 15_000;

/** One message of a Server-Sent Events stream. */
export interface StreamMessage {
  id: string;
  event?: string;
  data: unknown;
}

/**
 * Turns an endless source into a Server-Sent Events response; comments keep proxies from closing it.
 * @param signal aborts when the browser goes away
 */
export function eventStream(
  signal: AbortSignal,
  source: (signal: AbortSignal) => AsyncIterable<StreamMessage>,
): Response {
  const encoder = new TextEncoder();
  const gone = new AbortController();
  signal.addEventListener('abort', () => gone.abort());
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => {
        if (!gone.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
      gone.signal.addEventListener('abort', () => clearInterval(heartbeat));
      send('retry: 1000\n\n');
      try {
        for await (const message of source(gone.signal)) {
          send(
            `id: ${message.id}\n${message.event ? `event: ${message.event}\n` : ''}data: ${JSON.stringify(message.data)}\n\n`,
          );
        }
      } finally {
        clearInterval(heartbeat);
        if (!gone.signal.aborted) controller.close();
      }
    },
    cancel: () => gone.abort(),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
