import type { Behavior, CompleteTask, Facts, Step } from '@/engine/core/behavior';
import type { TaskOpened } from '@/engine/core/events';
import type { JsonObject } from '@/engine/core/json';
import { reject } from '@/engine/core/rejection';
import type { Rejection } from '@/engine/core/transition-types';
import { visibleVariables } from '@/engine/core/visible-variables';
import type { CalendarRevision } from '@/lib/calendars/calendar';
import { firstWorkingReminder, nextWorkingReminder } from '@/lib/calendars/reminders';
import { validateSubmission } from '@/lib/forms/validate';
import { optionalText, textList } from '../values';
import type { UserTaskConfig } from './config';
import { taskDue } from './due';
import { firstReminder, nextReminder } from './reminder';
import { calendarAt, calendarNote, countedBy, notedCalendar } from './working-time';

/** A person does it; the form's values become variables. */
export const behavior: Behavior<UserTaskConfig> = {
  activate(step, config) {
    const calendar = calendarAt(step, config);
    const task = describe(step, config, false, calendar);
    noteReminder(step, config, calendar);
    step.openTask(task);
  },
  task: {
    remindAgain,
    complete(facts, config, input) {
      if (input.outcome !== null)
        return reject('unknown-outcome', `“${name(facts)}” has no outcomes to choose from.`, {
          elementId: facts.node.id,
          path: 'outcome',
        });
      return submitted(facts, config, input);
    },
  },
};

/** What the task's row says: name, who may take it, until when. */
export function describe(
  step: Step,
  config: UserTaskConfig,
  approval: boolean,
  calendar: CalendarRevision | null,
): TaskOpened {
  return {
    name: step.node.name || step.node.id,
    approval,
    assignee: optionalText(step, config.assignee, 'The assignee'),
    candidateUsers: textList(step, config.candidateUsers, 'The list of candidate users'),
    candidateGroups: textList(step, config.candidateGroups, 'The list of candidate groups'),
    dueAt: dueDate(step, config, calendar),
    priority: priority(step, config),
    ...remindAt(step, config, calendar),
    ...countedBy(calendar),
  };
}

/** Keeps with the task what its reminders go by; `more` is kept beside it. */
export function noteReminder(
  step: Step,
  config: UserTaskConfig,
  calendar: CalendarRevision | null,
  more: JsonObject = {},
): void {
  const reminder = reminderOf(step, config);
  const data = { ...more, ...(reminder === null ? {} : { reminder, ...calendarNote(calendar) }) };
  if (Object.keys(data).length > 0) step.note(data);
}

/** When the next reminder is due, by what the task noted. */
export function remindAgain(
  { state, key, now }: Facts,
  _config: UserTaskConfig,
  reminded: number,
): string | null {
  const { reminder } = (state.activations[key]?.data ?? {}) as { reminder?: string };
  const wait = state.activations[key]?.wait;
  if (reminder === undefined || wait?.kind !== 'task' || !wait.remindAt) return null;
  const calendar = notedCalendar(state.activations[key]?.data);
  return calendar
    ? nextWorkingReminder(calendar, reminder, reminded, wait.remindAt, now)
    : nextReminder(reminder, reminded, wait.remindAt, now);
}

const reminderOf = (step: Step, { reminder }: UserTaskConfig): string | null =>
  optionalText(step, reminder, 'The reminder');

function remindAt(
  step: Step,
  config: UserTaskConfig,
  calendar: CalendarRevision | null,
): { remindAt?: string } {
  const text = reminderOf(step, config);
  if (text === null) return {};
  const due = calendar ? firstWorkingReminder(calendar, text, step.now) : firstReminder(text, step.now);
  if (due.ok) return { remindAt: due.dueAt };
  return step.raiseIncident('evaluation', `The reminder of “${name(step)}” can’t be read: ${due.message}`);
}

/** The values of the form, checked; all given variables where there is no form. */
export function submitted(
  facts: Facts,
  { form }: UserTaskConfig,
  input: CompleteTask,
): Rejection | { ok: true; variables: JsonObject } {
  if (form === null) return { ok: true, variables: input.variables };
  const shown = visibleVariables(facts.state, facts.key);
  const checked = validateSubmission(form, input.variables, { shown });
  if (checked.ok) return { ok: true, variables: checked.values };
  const [first] = checked.errors;
  return reject('invalid-form', first?.message ?? 'The form is not filled in correctly.', {
    elementId: facts.node.id,
    path: first?.path ?? '',
  });
}

function dueDate(step: Step, { dueDate }: UserTaskConfig, calendar: CalendarRevision | null): string | null {
  const text = optionalText(step, dueDate, 'The due date');
  if (text === null) return null;
  const due = taskDue(text, step.now, calendar);
  if (due.ok) return due.dueAt;
  if (calendar)
    return step.raiseIncident(
      'evaluation',
      `The due date of “${name(step)}” can’t be counted: ${due.message}`,
    );
  return step.raiseIncident(
    'evaluation',
    `The due date of “${name(step)}” must be a date and time or a duration, but is “${text.slice(0, 80)}”.`,
  );
}

function priority(step: Step, config: UserTaskConfig): number | null {
  const text = optionalText(step, config.priority, 'The priority');
  const number = text === null ? null : Number(text);
  if (number === null || Number.isFinite(number)) return number;
  return step.raiseIncident('evaluation', `The priority of “${name(step)}” must be a number.`);
}

const name = ({ node }: Facts): string => node.name || node.id;
