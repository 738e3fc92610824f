'use client';

import { Section } from '@/components/ui/section';
import { Segmented } from '@/components/ui/segmented';
import { Switch } from '@/components/ui/switch';
import type { ElementId } from '@/lib/document';
import { boundaryEventBpmn } from '@/lib/elements/boundary-event/bpmn';
import { catchEvent } from '@/lib/elements/catch-event/spec';
import { endEventBpmn } from '@/lib/elements/end-event/bpmn';
import type { TimerView } from '@/lib/triggers/timer/bpmn';
import { timerDue } from '@/lib/triggers/timer/due';
import { FeelField } from '../fields/feel-field';
import { DraftText } from '../fields/text';
import { useElement } from '../use-element';

const KINDS = [
  { value: 'duration', label: 'After' },
  { value: 'date', label: 'On a date' },
  { value: 'cycle', label: 'Again and again' },
] as const;

const EXAMPLES = { duration: 'PT4H', date: '2027-01-31T09:00:00Z', cycle: '0 9 * * MON-FRI' } as const;

/** An intermediate timer. */
export function CatchSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, catchEvent.bpmn);
  return (
    <Section title="Waits" number={1} level={3}>
      <TimerFields id={id} view={view.timer} onChange={(timer, field) => set({ timer }, field)} />
    </Section>
  );
}

/** A timer or error on the border of a step. */
export function BoundarySection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, boundaryEventBpmn);
  return (
    <Section title={view.trigger === 'timer' ? 'When' : 'Which error'} number={1} level={3}>
      <div className="flex flex-col gap-2">
        {view.trigger === 'timer' ? (
          <>
            <TimerFields id={id} view={view.timer} onChange={(timer, field) => set({ timer }, field)} />
            <Switch
              label="Stops the step"
              hint="Otherwise the step goes on beside it"
              checked={view.interrupting}
              onCheckedChange={(interrupting) => set({ interrupting })}
            />
          </>
        ) : (
          <DraftText
            label="Error code"
            mono
            field="errorCode"
            placeholder="every error"
            value={view.errorCode}
            onCommit={(errorCode) => set({ errorCode }, 'errorCode')}
          />
        )}
      </div>
    </Section>
  );
}

/** The error an end event throws. */
export function EndSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, endEventBpmn);
  if (view.trigger === 'terminate')
    return <p className="text-muted">Ends all paths of the process at once.</p>;
  if (view.trigger === 'none') return null;
  return (
    <Section title="Error" number={1} level={3}>
      <DraftText
        label="Error code"
        mono
        field="errorCode"
        value={view.errorCode}
        onCommit={(errorCode) => set({ errorCode }, 'errorCode')}
      />
    </Section>
  );
}

function TimerFields({
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
