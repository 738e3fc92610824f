import { confidenceNumber, confidenceWording } from '@/components/ui/confidence-wording';
import { formatDuration } from '@/components/ui/format-time';
import type { Outcome } from '@/lib/elements/approval/config';
import type { SuggestionChip, TaskSummary, TaskView } from '@/lib/tasks/types';

export type DueLevel = 'calm' | 'soon' | 'overdue';

/** How urgent a task is: `soon` when half of its time or less is left. */
export function dueOf(task: Pick<TaskSummary, 'openedAt' | 'dueAt'>, now: number) {
  if (!task.dueAt) return null;
  const due = Date.parse(task.dueAt);
  const left = due - now;
  if (left < 0) return { level: 'overdue' as DueLevel, text: `${formatDuration(toMinutes(left))} overdue` };
  const whole = due - Date.parse(task.openedAt);
  const text = formatDuration(toMinutes(left));
  return left <= whole / 2
    ? { level: 'soon' as DueLevel, text: `Due in ${text}` }
    : { level: 'calm' as DueLevel, text: `${text} left` };
}

/** Seconds would only flicker. */
const toMinutes = (ms: number): number => (Math.abs(ms) < 60_000 ? ms : Math.trunc(ms / 60_000) * 60_000);

/** The words of the AI chip: a measured confidence as number, a model's own opinion in its words only. */
export function suggestionWords({ label, confidence, source }: SuggestionChip): {
  text: string;
  value: string;
} {
  const text = label ? `Suggests ${lower(label)}` : 'AI answered';
  if (source !== 'self-report') return { text, value: confidenceNumber(confidence) };
  const { word } = confidenceWording({ value: confidence, source });
  return { text, value: word.replace('The model says it is', 'says it is') };
}

/** “12,480.00” with its currency, as “€12,480.00”; an unknown code is written out. */
export function moneyText({ value, currency }: { value: number; currency: string }): string {
  try {
    return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(value);
  } catch {
    return `${value.toFixed(2)} ${currency}`;
  }
}

/** First letter small, for use inside a sentence; abbreviations stay. */
export const lower = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** What the final button says. */
export const commitLabel = (outcome: Outcome | null): string =>
  outcome ? `Countersign and ${lower(outcome.label)}` : 'Complete task';

/** “7c1e…b04”. */
export const shortDigest = (digest: string): string => `${digest.slice(0, 4)}…${digest.slice(-3)}`;

/** The task to show after one is gone: the next in the list, else the one before it. */
export function neighbourOf<T extends { taskId: string }>(items: readonly T[], taskId: string): T | null {
  const index = items.findIndex((one) => one.taskId === taskId);
  if (index < 0) return items[0] ?? null;
  return items[index + 1] ?? items[index - 1] ?? null;
}

export const VIEW_NAMES: Record<TaskView, string> = {
  mine: 'Mine',
  groups: 'My groups',
  due: 'Due today',
  overdue: 'Overdue',
  done: 'Done',
};

/** The address of a view, or of a task in it. */
export function inboxHref(view: TaskView, q: string, taskId?: string): string {
  const query = new URLSearchParams({ ...(view === 'mine' ? {} : { view }), ...(q ? { q } : {}) }).toString();
  return `/inbox${taskId ? `/${encodeURIComponent(taskId)}` : ''}${query ? `?${query}` : ''}`;
}
