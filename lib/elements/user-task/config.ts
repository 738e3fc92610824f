import type { Expression } from '@/engine/core/model';
import type { Form } from '@/lib/forms/types';

export interface UserTaskConfig {
  assignee?: Expression;
  candidateUsers?: Expression;
  candidateGroups?: Expression;
  /** ISO 8601 date-time, or a duration counted from activation. */
  dueDate?: Expression;
  priority?: Expression;
  /** A duration, a repetition (`R3/PT24H`) or cron: when people are reminded while the task is open. */
  reminder?: Expression;
  /** Id of the calendar whose working time the durations of due date and reminder are counted in; absent: all time. */
  calendar?: string;
  form: Form | null;
}
