import { useEffect, useState } from 'react';
import { apiGet } from '@/components/common/api-client';
import type { CalendarRevision } from '@/lib/calendars/calendar';
import type { CalendarAnswer } from '@/lib/settings/calendars';

/** A calendar as it is now, and whether it is offered any more. */
export type StoredCalendar = CalendarRevision & Pick<CalendarAnswer, 'archived'>;
type Calendars = readonly StoredCalendar[];

let asked: Promise<Calendars | undefined> | undefined;

/** The calendars that times can be counted by, archived ones included; undefined until they are known, and for whoever may not see them. */
export function useCalendars(): Calendars | undefined {
  const [calendars, setCalendars] = useState<Calendars>();
  useEffect(() => {
    let current = true;
    asked ??= apiGet<{ items: Calendars }>('/calendars').then((answer) => {
      if (answer.ok) return answer.body.items;
      asked = undefined;
      return undefined;
    });
    void asked.then((found) => current && setCalendars(found));
    return () => {
      current = false;
    };
  }, []);
  return calendars;
}

/** Those that can be chosen: what is archived only where it is chosen already. */
export const offered = (calendars: Calendars, chosen: readonly unknown[]) =>
  calendars
    .filter(({ calendarId, archived }) => !archived || chosen.includes(calendarId))
    .map(({ calendarId, name, archived }) => ({
      value: calendarId,
      label: `Working time of ${name}${archived ? ' (archived)' : ''}`,
    }));
