import type { ElementRule } from '../define';
import { readUserTask } from './bpmn';

/** A calendar counts something: a duration until a task is due, or its reminders. */
export const workingTime: ElementRule = {
  code: 'working-time',
  check({ document, element, report }) {
    const { calendar, dueDate, reminder } = readUserTask(document, element.id);
    if (!calendar) return;
    if (!dueDate.trim() && !reminder.trim())
      report(
        'warning',
        'A calendar is chosen, but nothing is counted by it: there is no due date and no reminder.',
        'calendar',
      );
    else if (!reminder.trim() && /^\d/.test(dueDate.trim()))
      report(
        'warning',
        'The due date is a fixed moment, so the calendar counts nothing. Write a duration such as PT4H.',
        'calendar',
      );
  },
};
