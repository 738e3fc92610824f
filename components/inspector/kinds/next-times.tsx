'use client';

import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { formatUtc } from '@/components/ui/format-time';
import type { CalendarRevision } from '@/lib/calendars/calendar';
import type { TimerView } from '@/lib/triggers/timer/bpmn';
import { occurrences } from './occurrences';
import { useCalendars } from './use-calendars';

export interface NextTimesProps {
  view: TimerView;
  what: string;
  /** Id of the calendar whose working time it is counted in. */
  calendar?: string;
}

/** The same in working time, once the calendar is known. */
export function NextTimes(props: NextTimesProps) {
  return props.calendar ? <InWorkingTime {...props} /> : <Times {...props} />;
}

function InWorkingTime(props: NextTimesProps) {
  const found = useCalendars()?.find(({ calendarId }) => calendarId === props.calendar);
  return found ? <Times {...props} counted={found} /> : null;
}

/** When a timer would fire if it began now, up to three times, with its zone; or what is wrong with it. */
function Times({ view, what, counted }: NextTimesProps & { counted?: CalendarRevision }) {
  // looked at once: times that move while one reads them would be noise
  const [now] = useState(() => new Date().toISOString());
  const text = view.value.trim();
  if (text === '' || text.startsWith('=')) return null;
  const next = occurrences({ ...view, value: text }, now, 3, counted);
  if (!next.ok)
    return (
      <p role="alert" className="flex items-start gap-1.5 text-xs font-medium">
        <CircleAlert size={14} aria-hidden="true" className="mt-0.5 flex-none" />
        {next.message}
      </p>
    );
  return (
    <div className="text-xs text-muted tabular-nums" data-testid="next-times">
      <p>{next.past ? `${what} at once: this moment is over` : `If it began now, ${what}:`}</p>
      <ol>
        {next.times.map((time) => (
          <li key={time}>
            <time dateTime={time}>{formatUtc(time)} UTC</time>
            {here(time)}
          </li>
        ))}
      </ol>
      {next.more && <p>and so on</p>}
    </div>
  );
}

/** The same moment by the clock of this browser, where that shows another time. */
function here(time: string): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const date = new Date(time);
  if (date.getTimezoneOffset() === 0) return '';
  const local = date.toLocaleString('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  return ` (${local} in ${timeZone})`;
}
