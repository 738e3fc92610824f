/** One thing that is wrong in what was sent; `path` is a JSON path, an element id or a field name. */
export interface FieldError {
  path: string;
  message: string;
}

export interface AppErrorOptions {
  /** HTTP status it is answered with. */
  status: number;
  /** Stable, kebab-case; programs match on it. */
  code: string;
  /** Sentence for the person: what happened, which element or field, what to do. */
  userMessage: string;
  /** For the log only. */
  detail?: string;
  errors?: FieldError[];
  /** Further members of the problem document (`problems`, `currentRevision`, …). */
  extra?: Record<string, unknown>;
  retryAfterSeconds?: number;
  /** Answered as 404 so that nothing leaks, yet a refusal: it is recorded. */
  hidden?: boolean;
  cause?: unknown;
}

/** An expected failure on its way to the person; anything else that is thrown is a bug and answered as 500. */
export class AppError extends Error {
  readonly status: number;
  readonly code: string;
  readonly userMessage: string;
  readonly errors: FieldError[];
  readonly extra: Record<string, unknown>;
  readonly retryAfterSeconds?: number;
  readonly hidden: boolean;

  constructor(options: AppErrorOptions) {
    super(options.detail ?? options.userMessage, { cause: options.cause });
    this.name = 'AppError';
    this.status = options.status;
    this.code = options.code;
    this.userMessage = options.userMessage;
    this.errors = options.errors ?? [];
    this.extra = options.extra ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.hidden = options.hidden ?? false;
  }
}

type Text = {
  userMessage: string;
  code?: string;
  detail?: string;
  errors?: FieldError[];
  extra?: Record<string, unknown>;
};

export const unauthenticated = (userMessage = 'Sign in or send a valid token.') =>
  new AppError({ status: 401, code: 'unauthenticated', userMessage });

export const forbidden = (text: Text) =>
  new AppError({ status: 403, code: text.code ?? 'forbidden', ...text });

export const notFound = (what: string) =>
  new AppError({
    status: 404,
    code: 'not-found',
    userMessage: `${what} was not found, or you may not see it.`,
  });

/** There is one, but not for this caller, who is told what a stranger's guess is told. */
export const hiddenFromCaller = (what: string) =>
  new AppError({
    status: 404,
    code: 'not-found',
    userMessage: `${what} was not found, or you may not see it.`,
    hidden: true,
  });

export const conflict = (text: Text) => new AppError({ status: 409, code: text.code ?? 'conflict', ...text });

export const invalid = (text: Text) => new AppError({ status: 422, code: text.code ?? 'invalid', ...text });

export const malformed = (text: Text) =>
  new AppError({ status: 400, code: text.code ?? 'malformed', ...text });

export const tooLarge = (userMessage: string) =>
  new AppError({ status: 413, code: 'too-large', userMessage });
