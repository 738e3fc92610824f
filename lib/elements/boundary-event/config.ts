import type { TimerConfig } from '@/lib/triggers/timer/config';

/** `errorCode` null catches every code. */
export type BoundaryEventConfig =
  | { trigger: 'timer'; timer: TimerConfig }
  | { trigger: 'error'; errorCode: string | null; codeVariable?: string; messageVariable?: string };
