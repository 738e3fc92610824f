import type { Json } from '@/engine/core/json';
import type { AiAttempt } from './types';

/** What is shown of a model that gave no answer. */
export type AttemptShown = Pick<AiAttempt, 'provider' | 'model' | 'message'>;

/** The models that were asked before, as a result or report has them; none where it says nothing readable. */
export function readAttempts(record: Json | undefined): AttemptShown[] {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return [];
  if (!Array.isArray(record.attempts)) return [];
  return record.attempts.flatMap((each) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return [];
    const text = (member: Json | undefined) => (typeof member === 'string' ? member : '');
    return [{ provider: text(each.provider), model: text(each.model), message: text(each.message) }];
  });
}
