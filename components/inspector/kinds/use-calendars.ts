import { useEffect, useState } from 'react';
import { apiGet } from '@/components/common/api-client';
import type { CalendarRevision } from '@/lib/calendars/calendar';

type Calendars = readonly CalendarRevision[];

let asked: Promise<Calendars | undefined> | undefined;

/** The calendars that times can be counted by; undefined until they are known, and for whoever may not see them. */
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
