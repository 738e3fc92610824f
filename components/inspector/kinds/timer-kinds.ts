import type { TimerView } from '@/lib/triggers/timer/bpmn';

/** What kind of timer the text of a reminder is: a duration is once, else it repeats. */
export const reminderTimer = (value: string): TimerView => ({
  kind: /^[-+]?P/.test(value.trim()) ? 'duration' : 'cycle',
  value,
});

/** What kind of timer the text of a due date is. */
export const dueTimer = (value: string): TimerView => ({
  kind: value.trim().startsWith('P') ? 'duration' : 'date',
  value,
});
