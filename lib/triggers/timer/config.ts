import type { Expression } from '@/engine/core/model';

/** ISO 8601 date-time, duration, or cycle (`R3/PT1H`, cron) as `timeDate`, `timeDuration`, `timeCycle`. */
export interface TimerConfig {
  kind: 'date' | 'duration' | 'cycle';
  value: Expression;
}
