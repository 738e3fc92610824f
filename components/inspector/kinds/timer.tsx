'use client';

import { Segmented } from '@/components/ui/segmented';
import type { ElementId } from '@/lib/document';
import type { TimerView } from '@/lib/triggers/timer/bpmn';
import { FeelField } from '../fields/feel-field';
import { NextTimes } from './lazy-next-times';

const KINDS = [
  { value: 'duration', label: 'After' },
  { value: 'date', label: 'On a date' },
  { value: 'cycle', label: 'Again and again' },
] as const;

const EXAMPLES = { duration: 'PT4H', date: '2027-01-31T09:00:00Z', cycle: '0 9 * * MON-FRI' } as const;

const HINTS = {
  duration: 'ISO 8601: PT4H is four hours, P2D two days, P1M a month',
  date: 'ISO 8601, in UTC unless it says another offset: 2027-01-31T09:00:00+01:00',
  cycle: 'R3/PT1H: three times, hourly. R/P1D: daily without end. Or cron, in UTC: 0 9 * * MON-FRI',
} as const;

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
        hint={HINTS[view.kind]}
        value={view.value}
        onCommit={(value) => onChange({ ...view, value }, 'timer')}
      />
      <NextTimes view={view} what="it fires" />
    </div>
  );
}
