import { OutboundError } from './errors';

/** Statuses whose answers have no body (Fetch §2.2.3); a `Response` with one refuses to be made. */
const WITHOUT_BODY = new Set([101, 204, 205, 304]);

/**
 * The same answer with a body that fails once it is larger than the limit, counted after decompression.
 * @param explain turns a failure while reading into the caller's error
 */
export function capped(
  answer: Response,
  url: URL,
  maxBytes: number,
  explain: (error: unknown) => Error,
): Response {
  const { status, statusText, headers } = answer;
  const init = { status, statusText, headers: [...headers] as [string, string][] };
  if (!answer.body || WITHOUT_BODY.has(status)) return new Response(null, init);
  const reader = answer.body.getReader();
  let size = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        size += value.byteLength;
        if (size > maxBytes) throw tooLarge(url, maxBytes);
        controller.enqueue(value);
      } catch (error) {
        void reader.cancel().catch(() => undefined);
        controller.error(explain(error));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, init);
}

const tooLarge = (url: URL, maxBytes: number): OutboundError =>
  new OutboundError(
    'answer-too-large',
    `${url.host} answered more than ${(maxBytes / 1_000_000).toLocaleString('en')} MB, which is not read.`,
  );
