import { formatDuration } from '@/components/ui/format-time';

export type DueLevel = 'calm' | 'soon' | 'overdue';

/**
 * How pressing a task is: overdue when its time is over, soon when half of the time between opening and due date
 * has gone, otherwise calm. A task without a due date says how long it has been open.
 */
export function dueOf(
  task: { openedAt: string; dueAt: string | null },
  now: number,
): { level: DueLevel; text: string } {
  const opened = Date.parse(task.openedAt);
  if (task.dueAt === null) return { level: 'calm', text: `open ${formatDuration(now - opened)}` };
  const due = Date.parse(task.dueAt);
  if (due <= now) return { level: 'overdue', text: `${formatDuration(now - due)} overdue` };
  return {
    level: due - now <= (due - opened) / 2 ? 'soon' : 'calm',
    text: `due in ${formatDuration(due - now)}`,
  };
}
