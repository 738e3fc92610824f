import 'server-only';
import { outboundTo } from '@/lib/outbound/client';

/** A model's answer is text: ten times what a step may read over HTTP is never reached in earnest. */
const MAX_ANSWER_BYTES = 10_000_000;
/** The call's own time limit comes by its signal; this ends what has none. */
const LONGEST_MS = 600_000;

/** `fetch` for the AI SDK: the configured address wherever it is, everything else as the guard says. */
export function guardedFetch(baseUrl: string): typeof fetch {
  const client = outboundTo(baseUrl);
  return (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return client.fetch(url, {
      method: init?.method,
      headers: init?.headers,
      body: typeof init?.body === 'string' ? init.body : undefined,
      signal: init?.signal ?? undefined,
      timeoutMs: LONGEST_MS,
      maxBytes: MAX_ANSWER_BYTES,
    });
  };
}
