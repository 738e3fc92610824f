import type { TimerConfig } from '@/lib/triggers/timer/config';

export type CatchEventConfig = { trigger: 'timer'; timer: TimerConfig };
