'use client';

import { Button } from '@/components/ui/button';
import { DataTable, TableHead, Td, Th, Tr } from '@/components/ui/data-table';
import { Time } from '@/components/ui/time';
import type { CalendarAnswer } from '@/lib/settings/calendars';
import { weekText } from './calendar-words';
import { ReasonAction } from './reason-action';

interface CalendarTableProps {
  label: string;
  calendars: readonly CalendarAnswer[];
  /** Absent for who only reads. */
  onChange: ((calendar: CalendarAnswer) => void) | undefined;
}

/** Calendars as they are now, and what can be done with each. */
export function CalendarTable({ label, calendars, onChange }: CalendarTableProps) {
  return (
    <DataTable label={label} className="rounded-md border border-line">
      <TableHead>
        <Th>Name</Th>
        <Th>Id</Th>
        <Th>Works</Th>
        <Th>Time zone</Th>
        <Th numeric>Holidays</Th>
        <Th numeric>Revision</Th>
        <Th>Stored</Th>
        <Th>By</Th>
        {onChange && <Th aria-label="Actions" />}
      </TableHead>
      <tbody>
        {calendars.map((calendar) => (
          <Tr key={calendar.calendarId}>
            <Td strong>
              {calendar.name}
              {calendar.archived && <Archived {...calendar.archived} />}
            </Td>
            <Td mono>{calendar.calendarId}</Td>
            <Td>{weekText(calendar)}</Td>
            <Td>{calendar.timeZone}</Td>
            <Td numeric>{calendar.holidays.length}</Td>
            <Td numeric>{calendar.revision}</Td>
            <Td>
              <Time value={calendar.storedAt} />
            </Td>
            <Td>{calendar.storedBy}</Td>
            {onChange && (
              <Td numeric>
                <Actions calendar={calendar} onChange={() => onChange(calendar)} />
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const Archived = ({ by, reason }: { by: string; reason: string }) => (
  <p className="text-xs font-normal text-muted">
    Archived by {by}: {reason}
  </p>
);

function Actions({ calendar, onChange }: { calendar: CalendarAnswer; onChange: () => void }) {
  const { calendarId, name, archived } = calendar;
  const at = `/calendars/${encodeURIComponent(calendarId)}`;
  return (
    <div className="flex justify-end gap-1.5">
      <Button size="sm" aria-label={`Change ${name}`} onClick={onChange}>
        Change
      </Button>
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
    </div>
  );
}
