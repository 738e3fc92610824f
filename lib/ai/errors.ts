import { APICallError, EmptyResponseBodyError, InvalidResponseDataError, JSONParseError } from 'ai';
import { outboundErrorIn } from '@/lib/outbound/errors';
import { retryAfterMs } from '@/lib/outbound/retry-after';

/** A call to a model that gave nothing usable. The message is for the person and is redacted by its maker. */
export class AiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly retryable: boolean,
    readonly retryAfterMs?: number,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'AiError';
  }
}

const SAID = 300;

/** What an exception of the AI SDK or of the guarded client means; undefined for a bug. */
export function aiErrorOf(error: unknown, provider: string): AiError | undefined {
  if (error instanceof AiError) return error;
  const outbound = outboundErrorIn(error);
  if (outbound) return new AiError(outbound.code, outbound.message, outbound.retryable, undefined, error);
  if (APICallError.isInstance(error)) return fromStatus(error, provider);
  const unreadable = [EmptyResponseBodyError, InvalidResponseDataError, JSONParseError].some((kind) =>
    kind.isInstance(error),
  );
  return unreadable ? garbage(provider, error) : undefined;
}

const garbage = (provider: string, cause: unknown): AiError =>
  new AiError(
    'provider-garbage',
    `${provider} answered something that is not an answer of its own format. Check the provider's address in Settings.`,
    true,
    undefined,
    cause,
  );

function fromStatus(error: APICallError, provider: string): AiError {
  const { statusCode: status, responseBody = '' } = error;
  if (status === undefined || status < 400) return garbage(provider, error);
  const wait = retryAfterMs(new Headers(error.responseHeaders));
  const said = responseBody.trim().slice(0, SAID);
  const make = (code: string, text: string, retryable: boolean) =>
    new AiError(code, `${text}${said ? ` It said: ${said}` : ''}`, retryable, wait, error);
  if (status === 401 || status === 403)
    return make(
      'provider-refused-key',
      `${provider} refused the key (${status}). Check it in Settings.`,
      false,
    );
  if (status === 404)
    return make('provider-unknown-model', `${provider} knows no such address or model (404).`, false);
  if (status === 429) return make('provider-busy', `${provider} takes no more calls just now (429).`, true);
  if (status >= 500 || status === 408)
    return make('provider-failed', `${provider} failed with status ${status}.`, true);
  return make('provider-refused', `${provider} refused the request with status ${status}.`, false);
}
