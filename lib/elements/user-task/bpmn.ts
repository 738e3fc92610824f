import { z } from 'zod';
import type { InlineValue, ProcessDocument } from '@/engine/compile/document';
import { mustGet, textOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, vendorAttribute, withExtensions } from '../extension-values';
import { formExtension, formView, readForm } from '../form/bpmn';
import { rolesOf } from './resource-roles';

export const userTaskSchema = z.object({
  /** Person ids or FEEL after `=`. */
  assignee: z.string().default(''),
  /** Comma-separated, or FEEL after `=` giving a list. */
  candidateUsers: z.string().default(''),
  candidateGroups: z.string().default(''),
  /** ISO 8601 date-time or duration, or FEEL after `=`. */
  dueDate: z.string().default(''),
  /** 0 to 100, or FEEL after `=`. */
  priority: z.string().default(''),
  /** A duration, a repetition such as `R3/PT24H`, cron, or FEEL after `=`. */
  reminder: z.string().default(''),
  /** Id of a calendar: due date and reminders are counted in its working time. */
  calendar: z.string().default(''),
  form: formView,
});
export type UserTaskView = z.infer<typeof userTaskSchema>;

const REMINDER = 'countersign:Reminder';
const WORKING_TIME = 'countersign:WorkingTime';

type Assignment = Omit<UserTaskView, 'form' | 'calendar'>;
type Written = { value: string; syntax: 'zeebe' | 'juel' };

/**
 * Who does a human step, by when; Camunda 8's words win over Camunda 7's, and the standard's own are read where neither
 * names anybody.
 */
export function assignmentOf(document: ProcessDocument, id: string): Record<keyof Assignment, Written> {
  const extended = extendedAssignment(document, id);
  if (PEOPLE.some((name) => extended[name].value !== '')) return extended;
  const roles = rolesOf(document, id);
  return {
    ...extended,
    assignee: { value: roles.assignee, syntax: 'juel' },
    candidateUsers: { value: roles.candidateUsers, syntax: 'juel' },
    candidateGroups: { value: roles.candidateGroups, syntax: 'juel' },
  };
}

const PEOPLE = ['assignee', 'candidateUsers', 'candidateGroups'] as const;

function extendedAssignment(document: ProcessDocument, id: string): Record<keyof Assignment, Written> {
  const element = mustGet(document, id);
  const definition = extensionOf(element, 'zeebe:AssignmentDefinition');
  const read = (name: keyof Assignment, holder: InlineValue | undefined): Written => {
    const own = textOf(holder, name);
    if (own !== undefined) return { value: own, syntax: 'zeebe' };
    return { value: vendorAttribute(element, name) ?? '', syntax: 'juel' };
  };
  return {
    assignee: read('assignee', definition),
    candidateUsers: read('candidateUsers', definition),
    candidateGroups: read('candidateGroups', definition),
    dueDate: read('dueDate', extensionOf(element, 'zeebe:TaskSchedule')),
    priority: read('priority', extensionOf(element, 'zeebe:PriorityDefinition')),
    reminder: { value: textOf(extensionOf(element, REMINDER), 'repeat') ?? '', syntax: 'zeebe' },
  };
}

export function readUserTask(document: ProcessDocument, id: string): UserTaskView {
  const assignment = assignmentOf(document, id);
  return {
    assignee: assignment.assignee.value,
    candidateUsers: assignment.candidateUsers.value,
    candidateGroups: assignment.candidateGroups.value,
    dueDate: assignment.dueDate.value,
    priority: assignment.priority.value,
    reminder: assignment.reminder.value,
    calendar: calendarOf(document, id),
    form: readForm(document, id),
  };
}

/** The calendar that a human step is counted by; empty for none. */
export const calendarOf = (document: ProcessDocument, id: string): string =>
  (textOf(extensionOf(mustGet(document, id), WORKING_TIME), 'calendar') ?? '').trim();

/** The extensions that hold a human step's fields; only what differs from the file is written. */
export function userTaskExtensions(view: UserTaskView, document: ProcessDocument, id: string) {
  const before = readUserTask(document, id);
  const changed = (...names: (keyof Assignment)[]) => names.some((name) => before[name] !== view[name]);
  const { assignee, candidateUsers, candidateGroups, dueDate, priority, reminder } = view;
  const assigned = assignee || candidateUsers || candidateGroups;
  return {
    ...(changed('assignee', 'candidateUsers', 'candidateGroups')
      ? { 'zeebe:AssignmentDefinition': assigned ? { assignee, candidateUsers, candidateGroups } : null }
      : {}),
    ...(changed('dueDate') ? { 'zeebe:TaskSchedule': { dueDate } } : {}),
    ...(changed('reminder') ? { [REMINDER]: reminder ? { repeat: reminder } : null } : {}),
    ...(before.calendar === view.calendar
      ? {}
      : { [WORKING_TIME]: view.calendar ? { calendar: view.calendar } : null }),
    ...(changed('priority') ? { 'zeebe:PriorityDefinition': priority ? { priority } : null } : {}),
    ...(before.form.json === view.form.json ? {} : formExtension(view.form)),
  };
}

export const userTaskBpmn: BpmnBinding<UserTaskView> = {
  read: readUserTask,
  write(view, document, id) {
    const values = withExtensions(mustGet(document, id), userTaskExtensions(view, document, id));
    return { update: { [id]: { values } } };
  },
};
