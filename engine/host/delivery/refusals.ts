import type { Outcome } from '../ports';

/** A delivery that can't be made as it stands; tried again a few times, then set aside. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
}

/** Whoever was to be reached has ended, moved on, or got it before: nothing is left to do. */
const HARMLESS: ReadonlySet<string> = new Set([
  'instance-ended',
  'instance-exists',
  'unknown-instance',
  'unknown-activation',
  'not-waiting-for-message',
  'not-waiting-for-signal',
  'not-waiting-for-call',
  'gone',
]);

/** Whether the command arrived; false when nobody is there any more for it. @throws DeliveryError when it was refused */
export function arrived(outcome: Outcome): boolean {
  if (outcome.ok) return true;
  if (HARMLESS.has(outcome.code)) return false;
  throw new DeliveryError(outcome.message);
}
