import { randomUUID } from 'node:crypto';
import { ZodError } from 'zod';
import { AppError } from './app-error';

export const PROBLEM_TYPE = 'application/problem+json';

/** RFC 9457 problem details, with our stable `code` and the list of what is wrong. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  errors: { path: string; message: string }[];
  traceId?: string;
  [extension: string]: unknown;
}

const TITLES: Record<number, string> = {
  400: 'The request is malformed',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'In conflict with the present state',
  413: 'Too large',
  415: 'Media type not supported',
  422: 'The content is not valid',
  429: 'Too many requests',
  500: 'Something failed on our side',
  503: 'Not ready',
};

function fromZod(error: ZodError): AppError {
  const errors = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const first = errors[0];
  const large = error.issues.some((issue) => issue.code === 'custom' && issue.params?.tooLarge);
  return new AppError({
    status: large ? 413 : 400,
    code: large ? 'too-large' : 'malformed',
    userMessage: first
      ? `${first.path ? `“${first.path}”: ` : ''}${first.message}`
      : 'The request is malformed.',
    errors,
    cause: error,
  });
}

/**
 * The one mapper from anything thrown to what the caller sees. Bugs are logged here, once, with a trace id the
 * person can quote; their message never leaves the server.
 */
export function toProblem(thrown: unknown): { problem: Problem; retryAfterSeconds?: number } {
  const error = thrown instanceof ZodError ? fromZod(thrown) : thrown;
  if (error instanceof AppError) {
    const problem: Problem = {
      type: `urn:countersign:problem:${error.code}`,
      title: TITLES[error.status] ?? 'Refused',
      status: error.status,
      detail: error.userMessage,
      code: error.code,
      errors: error.errors,
      ...error.extra,
    };
    return { problem, retryAfterSeconds: error.retryAfterSeconds };
  }
  const traceId = randomUUID();
  console.error(JSON.stringify({ level: 'error', traceId, message: 'unexpected failure' }), thrown);
  return {
    problem: {
      type: 'urn:countersign:problem:internal',
      title: TITLES[500]!,
      status: 500,
      detail: `Something failed on our side; nothing was changed that was not confirmed. Quote ${traceId} when you report it.`,
      code: 'internal',
      errors: [],
      traceId,
    },
  };
}
