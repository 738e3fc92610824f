import type { CompileContext } from '@/engine/compile/registry';
import type { Expression } from '@/engine/core/model';
import { STANDARD } from '@/lib/calendars/calendar';
import { firstWorkingReminder } from '@/lib/calendars/reminders';
import { formOf } from '../form/bpmn';
import { laneGroup } from '../lane/lane-of';
import { assignmentOf, calendarOf } from './bpmn';
import type { UserTaskConfig } from './config';
import { taskDue } from './due';
import { firstReminder } from './reminder';
import { rolesOf } from './resource-roles';

/**
 * A human step. Who may take it is said by extensions, else by the standard's resource roles, else it is the group of its
 * lane; without a lane, anybody permitted may.
 */
export function compileUserTask(context: CompileContext): UserTaskConfig {
  const { document, element } = context;
  const assignment = assignmentOf(document, element.id);
  const compiled: Partial<Record<keyof typeof assignment, Expression>> = {};
  for (const name of [
    'assignee',
    'candidateUsers',
    'candidateGroups',
    'dueDate',
    'priority',
    'reminder',
  ] as const) {
    const { value, syntax } = assignment[name];
    const expression = context.optional(value.trim(), name, { syntax });
    if (expression) compiled[name] = expression;
  }
  if (!compiled.assignee && !compiled.candidateUsers && !compiled.candidateGroups) {
    for (const foreign of rolesOf(document, element.id).foreign)
      context.report(
        'warning',
        'not-translated',
        `Who does this step is written in “${foreign}”, which isn't run here. Choose the person or the group.`,
        'assignee',
      );
    const group = laneGroup(document, element.id);
    if (group !== undefined) compiled.candidateGroups = { mode: 'static', source: group, value: [group] };
  }
  const calendar = calendarOf(document, element.id);
  checkDueDate(context, compiled.dueDate, calendar !== '');
  checkReminder(context, compiled.reminder, calendar !== '');
  return { ...compiled, ...(calendar ? { calendar } : {}), form: formOf(document, element.id).form };
}

const SOME_DAY = '2026-01-01T00:00:00.000Z';

function checkReminder(context: CompileContext, reminder: Expression | undefined, working: boolean): void {
  if (reminder?.mode !== 'static' || typeof reminder.value !== 'string') return;
  const due = working
    ? firstWorkingReminder(STANDARD, reminder.value, SOME_DAY)
    : firstReminder(reminder.value, SOME_DAY);
  if (!due.ok) context.report('error', 'reminder', `The reminder can't be read: ${due.message}`, 'reminder');
}

function checkDueDate(context: CompileContext, dueDate: Expression | undefined, working: boolean): void {
  if (dueDate?.mode !== 'static' || typeof dueDate.value !== 'string') return;
  const due = taskDue(dueDate.value.trim(), SOME_DAY, working ? STANDARD : null);
  if (!due.ok) context.report('error', 'due-date', `The due date can't be read: ${due.message}`, 'dueDate');
}
