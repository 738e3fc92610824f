'use client';

import { Select } from '@/components/ui/select';
import { offered, type StoredCalendar, useCalendars } from './use-calendars';

interface CalendarFieldProps {
  value: string;
  onCommit: (calendarId: string) => void;
}

/** Which working time the due date and the reminders of a step are counted in. */
export function CalendarField({ value, onCommit }: CalendarFieldProps) {
  const calendars = useCalendars();
  return <CalendarSelect {...{ value, onCommit, calendars }} />;
}

export function CalendarSelect({
  value,
  onCommit,
  calendars,
}: CalendarFieldProps & { calendars: readonly StoredCalendar[] | undefined }) {
  const chosen = calendars?.find(({ calendarId }) => calendarId === value);
  const known = !calendars || chosen !== undefined;
  const options = [
    { value: '', label: 'All time, day and night' },
    ...offered(calendars ?? [], [value]),
    // what the diagram says must stay to be seen
    ...(value && (!calendars || !known) ? [{ value, label: value }] : []),
  ];
  return (
    <div data-field="calendar">
      <Select
        label="Counted in"
        options={options}
        value={value}
        error={
          known || !value
            ? undefined
            : `There is no calendar “${value}”. Administrators store them in Settings.`
        }
        hint={
          chosen?.archived
            ? `${chosen.archived.by} archived it: ${chosen.archived.reason}. It still counts; choose another one.`
            : value
              ? 'P2D: working days; PT4H: working hours. A change of the calendar moves no task that is open.'
              : calendars?.length === 0
                ? 'Administrators store calendars in Settings.'
                : undefined
        }
        onChange={({ target }) => onCommit(target.value)}
      />
    </div>
  );
}
