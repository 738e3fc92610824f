'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import type { CalendarAnswer } from '@/lib/settings/calendars';
import { CalendarDialog } from './calendar-dialog';
import { CalendarTable } from './calendar-table';

interface CalendarsProps {
  calendars: readonly CalendarAnswer[];
  mayManage: boolean;
}

/** When people work: what due dates and reminders can be counted in. */
export function Calendars({ calendars, mayManage }: CalendarsProps) {
  const [editing, setEditing] = useState<CalendarAnswer | 'new' | null>(null);
  const offered = calendars.filter(({ archived }) => !archived);
  const archived = calendars.filter((calendar) => calendar.archived);
  const change = mayManage ? setEditing : undefined;
  return (
    <>
      <Section title="Calendars" meta={`${offered.length}`}>
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
        {offered.length === 0 ? (
          <EmptyState title={archived.length === 0 ? 'No calendars yet' : 'All calendars are archived'}>
            With one, an approval can be due in working hours or working days.
          </EmptyState>
        ) : (
          <CalendarTable label="Calendars" calendars={offered} onChange={change} />
        )}
      </Section>
      {archived.length > 0 && (
        <Section title="Archived" meta={`${archived.length}`} className="mt-6">
          <p className="my-3 text-xs text-muted">
            Not offered any more. What names them is still counted by them, so their holidays can be changed.
          </p>
          <CalendarTable label="Archived calendars" calendars={archived} onChange={change} />
        </Section>
      )}
      {editing && (
        <CalendarDialog
          key={editing === 'new' ? 'new' : editing.calendarId}
          calendar={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
