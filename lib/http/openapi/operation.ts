import 'server-only';
import type { ZodType } from 'zod';

/** One documented call: its place, the use case behind it, and what it answers in words. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`; `{name}` is a property of the use case's input. */
  path: string;
  useCase: { meta: { name: string; schema: ZodType } };
  summary: string;
  tag:
    | 'Processes'
    | 'Decisions'
    | 'Instances'
    | 'Messages'
    | 'Tasks'
    | 'Work'
    | 'Operations'
    | 'Audit'
    | 'Settings';
  /** Status of success. */
  status?: 201;
  answers: string;
  /** What 202 answers, where the call may have to wait for somebody. */
  accepted?: string;
  /** When the body isn't the rest of the input as JSON. */
  body?: 'process' | 'decisions' | 'none';
  mediaType?: string;
  /** Statuses beside 400, 401 and 403 that a caller should expect. */
  refusals?: readonly (404 | 409 | 413 | 415 | 422 | 429)[];
}
