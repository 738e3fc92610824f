export type OutboundCode =
  | 'bad-address'
  | 'blocked-address'
  | 'too-many-redirects'
  | 'answer-too-large'
  | 'timeout'
  | 'aborted'
  | 'unreachable';

const RETRYABLE: readonly OutboundCode[] = ['timeout', 'aborted', 'unreachable'];

/** A call that got no usable answer. The message is a sentence for the person and holds no credentials. */
export class OutboundError extends Error {
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;

  constructor(
    readonly code: OutboundCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'OutboundError';
    this.retryable = RETRYABLE.includes(code);
  }
}

/** Finds one of ours in a chain of causes: undici and the AI SDK wrap what a connection fails with. */
export function outboundErrorIn(error: unknown): OutboundError | undefined {
  let current = error;
  for (let depth = 0; depth < 8 && current instanceof Error; depth++) {
    if (current instanceof OutboundError) return current;
    current = current.cause;
  }
  return undefined;
}
