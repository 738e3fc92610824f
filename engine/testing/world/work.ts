import type { Input, LeaseInfo } from '../../core/inputs';
import type { Json, JsonObject } from '../../core/json';

/** A piece of work as a worker is given it. */
export interface Job {
  instanceId: string;
  processKey: string;
  key: number;
  elementId: string;
  workType: string;
  attempt: number;
  retries: number;
  payload: Json;
}

/** What a worker makes of it; `after` in milliseconds of the virtual clock. */
export type JobOutcome = { after?: number } & (
  | { do: 'complete'; variables?: JsonObject }
  | { do: 'throw'; errorCode: string; message?: string; variables?: JsonObject }
  | { do: 'fail'; error: string; retryAfter?: number }
  | { do: 'answer'; answers: JsonObject }
  /** It stays open until somebody sends its outcome. */
  | { do: 'wait' }
);

export type Worker = (job: Job) => JobOutcome;

/** The input that hands an outcome to the instance; null for one that stays open. */
export function outcomeInput(job: Job, outcome: JobOutcome, now: string): Input | null {
  const { key } = job;
  const lease: LeaseInfo = { worker: 'world', leasedAt: now, attempt: job.attempt };
  switch (outcome.do) {
    case 'complete':
      return { type: 'complete-work', key, variables: outcome.variables ?? {}, lease };
    case 'throw': {
      const { errorCode, message = '', variables = {} } = outcome;
      return { type: 'throw-error', key, errorCode, message, variables, lease };
    }
    case 'fail': {
      const failed = { type: 'fail-work' as const, key, error: outcome.error, lease };
      if (outcome.retryAfter === undefined) return failed;
      return { ...failed, retryAt: new Date(Date.parse(now) + outcome.retryAfter).toISOString() };
    }
    case 'answer': {
      const answers = Object.entries(outcome.answers).map(([source, value]) => ({
        source,
        result: { ok: true as const, value },
      }));
      return { type: 'answer', key, answers };
    }
    case 'wait':
      return null;
  }
}
