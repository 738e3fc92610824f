import type { Rejection, RejectionCode } from './transition-types';

/** An expected refusal. The message is one sentence for the person. */
export function reject(
  code: RejectionCode,
  message: string,
  where: { elementId?: string; path?: string } = {},
): Rejection {
  return { ok: false, code, message, ...where };
}
