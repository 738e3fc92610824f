'use client';

import { Segmented } from '@/components/ui/segmented';
import type { ElementId } from '@/lib/document';
import type { TimerView } from '@/lib/triggers/timer/bpmn';
import { timerDue } from '@/lib/triggers/timer/due';
import { FeelField } from '../fields/feel-field';

const KINDS = [
  { value: 'duration', label: 'After' },
  { value: 'date', label: 'On a date' },
  { value: 'cycle', label: 'Again and again' },
] as const;

const EXAMPLES = { duration: 'PT4H', date: '2027-01-31T09:00:00Z', cycle: '0 9 * * MON-FRI' } as const;

/** When a timer fires. */
export function TimerFields({
  id,
  view,
  onChange,
}: {
  id: ElementId;
  view: TimerView;
  onChange: (view: TimerView, field?: string) => void;
}) {
  return (
    <div className="flex flex-col gap-2">
      <Segmented
        label="Kind of timer"
        choices={KINDS}
        value={view.kind}
        onValueChange={(kind) => onChange({ ...view, kind })}
        className="self-start"
      />
      <FeelField
        label="Value"
        element={id}
        field="timer.value"
        placeholder={EXAMPLES[view.kind]}
        value={view.value}
        onCommit={(value) => onChange({ ...view, value }, 'timer')}
      />
      <NextTimes view={view} />
    </div>
  );
}

/** When it would fire if it began now. */
function NextTimes({ view }: { view: TimerView }) {
  if (view.value === '' || view.value.startsWith('=')) return null;
  const times = occurrences(view, 3);
  if (typeof times === 'string') return <p className="text-xs font-medium">{times}</p>;
  return (
    <p className="text-xs text-muted">
      {times.length > 1 ? 'Next: ' : 'If it began now: '}
      {times
        .map((time) => new Date(time).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' }))
        .join(' · ')}
    </p>
  );
}

function occurrences({ kind, value }: TimerView, most: number): string[] | string {
  const times: string[] = [];
  let from = new Date().toISOString();
  while (times.length < (kind === 'cycle' ? most : 1)) {
    const due = timerDue(kind, value, from);
    if (!due.ok) return due.message;
    times.push(due.dueAt);
    from = due.dueAt;
  }
  return times;
}
