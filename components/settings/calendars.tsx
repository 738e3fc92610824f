'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DataTable, TableHead, Td, Th, Tr } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import type { CalendarAnswer } from '@/lib/settings/calendars';
import { CalendarDialog } from './calendar-dialog';
import { weekText } from './calendar-words';

interface CalendarsProps {
  calendars: readonly CalendarAnswer[];
  mayManage: boolean;
}

/** When people work: what due dates and reminders can be counted in. */
export function Calendars({ calendars, mayManage }: CalendarsProps) {
  const [editing, setEditing] = useState<CalendarAnswer | 'new' | null>(null);
  return (
    <Section title="Calendars" meta={`${calendars.length}`}>
      {mayManage && (
        <div className="my-3 flex flex-wrap items-center gap-3">
          <Button variant="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setEditing('new')}>
            Add a calendar
          </Button>
          <p className="text-xs text-muted">
            A change counts for tasks that open from then on; what is open stays due when it is due.
          </p>
        </div>
      )}
      {calendars.length === 0 ? (
        <EmptyState title="No calendars yet">
          With one, an approval can be due in working hours or working days.
        </EmptyState>
      ) : (
        <DataTable label="Calendars" className="rounded-md border border-line">
          <TableHead>
            <Th>Name</Th>
            <Th>Id</Th>
            <Th>Works</Th>
            <Th>Time zone</Th>
            <Th numeric>Holidays</Th>
            <Th numeric>Revision</Th>
            <Th>Stored</Th>
            <Th>By</Th>
            {mayManage && <Th aria-label="Actions" />}
          </TableHead>
          <tbody>
            {calendars.map((calendar) => (
              <Tr key={calendar.calendarId}>
                <Td strong>{calendar.name}</Td>
                <Td mono>{calendar.calendarId}</Td>
                <Td>{weekText(calendar)}</Td>
                <Td>{calendar.timeZone}</Td>
                <Td numeric>{calendar.holidays.length}</Td>
                <Td numeric>{calendar.revision}</Td>
                <Td>
                  <Time value={calendar.storedAt} />
                </Td>
                <Td>{calendar.storedBy}</Td>
                {mayManage && (
                  <Td numeric>
                    <Button
                      size="sm"
                      aria-label={`Change ${calendar.name}`}
                      onClick={() => setEditing(calendar)}
                    >
                      Change
                    </Button>
                  </Td>
                )}
              </Tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {editing && (
        <CalendarDialog
          key={editing === 'new' ? 'new' : editing.calendarId}
          calendar={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
