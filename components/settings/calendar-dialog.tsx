'use client';

import { type FormEvent, useId } from 'react';
import { apiSend, type Problem } from '@/components/common/api-client';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { TextArea, TextField } from '@/components/ui/text-field';
import { STANDARD, WEEKDAYS, type Weekday } from '@/lib/calendars/calendar';
import type { CalendarAnswer } from '@/lib/settings/calendars';
import { holidaysOf, holidaysText, hoursOf, hoursText } from './calendar-words';
import { ProblemBanner } from './problem-banner';
import { useSubmit } from './use-submit';

/** Stores a calendar, or the next revision of one. */
export function CalendarDialog({
  calendar,
  onClose,
}: {
  calendar: CalendarAnswer | null;
  onClose: () => void;
}) {
  const id = useId();
  const { busy, problem, submit } = useSubmit();
  const start = calendar ?? { ...STANDARD, name: '', timeZone: here(), revision: 0, calendarId: '' };
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const calendarId = calendar?.calendarId ?? text('calendarId');
    const body = {
      name: text('name'),
      timeZone: text('timeZone'),
      hours: Object.fromEntries(WEEKDAYS.map((day) => [day, hoursOf(text(day))])),
      holidays: holidaysOf(text('holidays')),
      expectedRevision: start.revision,
    };
    void submit(() => apiSend('PUT', `/calendars/${encodeURIComponent(calendarId)}`, body), onClose);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={calendar ? `Change ${calendar.name}` : 'Add a calendar'}
      footer={
        <>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" type="submit" form={id} busy={busy}>
            Store
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={save} className="flex flex-col gap-4">
        <ProblemBanner problem={problem} />
        <TextField
          label="Name"
          name="name"
          required
          defaultValue={start.name}
          error={about(problem, 'name')}
        />
        {!calendar && (
          <TextField
            label="Id"
            name="calendarId"
            required
            mono
            placeholder="office-berlin"
            hint="Diagrams name it by this id, which stays."
            error={about(problem, 'calendarId')}
          />
        )}
        <TextField
          label="Time zone"
          name="timeZone"
          required
          defaultValue={start.timeZone}
          hint="As Europe/Berlin; its summer time is taken into account."
          error={about(problem, 'timeZone')}
        />
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1.5 text-sm font-medium">Working hours</legend>
          {WEEKDAYS.map((day) => (
            <TextField
              key={day}
              label={named(day)}
              name={day}
              mono
              placeholder="nobody works"
              defaultValue={hoursText(start.hours[day])}
              error={about(problem, `hours.${day}`)}
            />
          ))}
          {about(problem, 'hours', true) && <p role="alert">{about(problem, 'hours', true)}</p>}
        </fieldset>
        <TextArea
          label="Holidays"
          name="holidays"
          mono
          rows={4}
          defaultValue={holidaysText(start.holidays)}
          placeholder="2026-12-25 Christmas Day"
          hint="One a line. On these days nobody works."
          error={about(problem, 'holidays')}
        />
      </form>
    </Dialog>
  );
}

const here = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const named = (day: Weekday): string => day.charAt(0).toUpperCase() + day.slice(1);

/** What was refused about a field, or about something in it. */
const about = (problem: Problem | null, path: string, only = false): string | undefined =>
  problem?.errors?.find((error) => error.path === path || (!only && error.path.startsWith(`${path}.`)))
    ?.message;
