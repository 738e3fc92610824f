'use client';

import { Time } from '@/components/ui/time';
import type { CalendarAnswer } from '@/lib/settings/calendars';
import { weekText } from './calendar-words';
import { ReasonAction } from './reason-action';
import { RowButton } from './row-button';
import { type Column, SettingsTable } from './settings-table';

interface CalendarTableProps {
  label: string;
  calendars: readonly CalendarAnswer[];
  /** Absent for who only reads. */
  onChange: ((calendar: CalendarAnswer) => void) | undefined;
}

const COLUMNS: readonly Column<CalendarAnswer>[] = [
  {
    head: 'Name',
    strong: true,
    className: 'max-desk:min-w-44',
    cell: ({ name, archived }) => (
      <>
        {name}
        {archived && <Archived {...archived} />}
      </>
    ),
  },
  { head: 'Id', mono: true, cell: ({ calendarId }) => calendarId },
  { head: 'Works', className: 'max-desk:min-w-44', cell: weekText },
  { head: 'Time zone', cell: ({ timeZone }) => timeZone },
  { head: 'Holidays', numeric: true, cell: ({ holidays }) => holidays.length },
  { head: 'Revision', numeric: true, cell: ({ revision }) => revision },
  {
    head: 'Stored',
    cell: ({ storedAt, storedBy }) => (
      <>
        <Time value={storedAt} />
        <p className="whitespace-nowrap text-xs text-muted">by {storedBy}</p>
      </>
    ),
  },
];

/** Calendars as they are now, and what can be done with each. */
export const CalendarTable = ({ label, calendars, onChange }: CalendarTableProps) => (
  <SettingsTable
    label={label}
    rows={calendars}
    keyOf={({ calendarId }) => calendarId}
    columns={COLUMNS}
    actions={onChange && ((calendar) => <Actions calendar={calendar} onChange={() => onChange(calendar)} />)}
  />
);

const Archived = ({ by, reason }: { by: string; reason: string }) => (
  <p className="text-xs font-normal text-muted">
    Archived by {by}: {reason}
  </p>
);

function Actions({ calendar, onChange }: { calendar: CalendarAnswer; onChange: () => void }) {
  const { calendarId, name, archived } = calendar;
  const at = `/calendars/${encodeURIComponent(calendarId)}`;
  return (
    <>
      <RowButton verb="Change" about={name} onClick={onChange} />
      {archived ? (
        <ReasonAction
          verb="Restore"
          about={name}
          title={`Offer ${name} again?`}
          description="It can be chosen for due dates and reminders again."
          confirm="Restore"
          path={`${at}/restore`}
        />
      ) : (
        <ReasonAction
          verb="Archive"
          about={name}
          title={`Archive ${name}?`}
          description="It is not offered any more. Steps that name it are still counted by it, and publishing them warns."
          confirm="Archive"
          path={`${at}/archive`}
        />
      )}
    </>
  );
}
