import type { Allowed } from './while-allowed';

const HEARTBEAT_MS = 15_000;

/** One message of a Server-Sent Events stream. */
export interface StreamMessage {
  id: string;
  event?: string;
  data: unknown;
}

const written = ({ id, event, data }: StreamMessage): string =>
  `id: ${id}\n${event ? `event: ${event}\n` : ''}data: ${JSON.stringify(data)}\n\n`;

/**
 * Turns an endless source into a Server-Sent Events response; comments keep proxies from closing it.
 * @param allowed ends it: no stream goes on for somebody who may have it no more
 */
export function eventStream(
  allowed: Allowed,
  source: (signal: AbortSignal) => AsyncIterable<StreamMessage>,
): Response {
  const encoder = new TextEncoder();
  let open = true;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => {
        if (open) controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
      const close = () => {
        clearInterval(heartbeat);
        if (open) controller.close();
        open = false;
      };
      allowed.signal.addEventListener('abort', close);
      send('retry: 1000\n\n');
      try {
        for await (const message of source(allowed.signal)) send(written(message));
      } finally {
        close();
        allowed.end();
      }
    },
    cancel: () => {
      open = false;
      allowed.end();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
