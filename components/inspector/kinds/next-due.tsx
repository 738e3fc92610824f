'use client';

import { timerDue } from '@/lib/triggers/timer/due';

/** When a task would be due that began now; nothing for what is known when it runs only. */
export function NextDue({ value }: { value: string }) {
  const text = value.trim();
  if (text === '' || text.startsWith('=')) return null;
  const due = timerDue(text.startsWith('P') ? 'duration' : 'date', text, new Date().toISOString());
  if (!due.ok) return <p className="text-xs font-medium">{due.message}</p>;
  const time = new Date(due.dueAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
  return <p className="text-xs text-muted">If it began now: due {time}</p>;
}
