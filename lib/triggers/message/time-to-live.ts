import type { CompileContext } from '@/engine/compile/registry';
import { durationMs } from '../timer/duration';

/** How long an uncaught message is kept, in milliseconds; null takes the installation's default. */
export function timeToLiveOf(context: CompileContext, written: string | undefined): number | null {
  if (written === undefined || written.trim() === '') return null;
  const ms = durationMs(written);
  if (ms !== undefined) return ms;
  context.report(
    'error',
    'time-to-live',
    `“${written.trim()}” is not a duration such as PT1H, so it can’t be said how long the message is kept.`,
    'message.timeToLive',
  );
  return null;
}
