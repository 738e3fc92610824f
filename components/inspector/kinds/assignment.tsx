'use client';

import type { ElementId } from '@/lib/document';
import type { UserTaskView } from '@/lib/elements/user-task/bpmn';
import { FieldList } from '../fields/field-list';
import { CalendarField } from '../late-parts';
import { Section } from '../section';
import { NextTimes } from './lazy-next-times';
import { dueTimer, reminderTimer } from './timer-kinds';
import { useDirectory } from './use-directory';
import { whoProblem } from './who-check';

type Assignment = Omit<UserTaskView, 'form'>;

interface AssignmentProps {
  id: ElementId;
  number: number;
  view: Assignment;
  set: (change: Partial<Assignment>, field?: string) => void;
}

const DUE = {
  name: 'dueDate',
  label: 'Due',
  placeholder: 'PT4H',
  hint: 'A duration from now, a date, or an expression',
} as const;

const REMINDERS = {
  name: 'reminder',
  label: 'Reminders',
  placeholder: 'R3/PT24H',
  hint: 'While it is open, as a mark in the inbox. PT24H: once; R3/PT24H: three times; 0 9 * * 1-5: every working day at nine, UTC',
} as const;

const PRIORITY = { name: 'priority', label: 'Priority', placeholder: '50', hint: '0 to 100' } as const;

/** Who does a step that people do, by when, and when they are reminded. */
export function AssignmentSection({ id, number, view, set }: AssignmentProps) {
  const directory = useDirectory();
  const shared = { id, view, set };
  return (
    <Section title="Who" number={number} level={3}>
      <div className="flex flex-col gap-2">
        <FieldList
          {...shared}
          fields={[
            {
              name: 'assignee',
              label: 'Person',
              placeholder: 'anyone of the groups',
              doubt: whoProblem(view.assignee, 'person', directory),
            },
            {
              name: 'candidateUsers',
              label: 'People',
              placeholder: 'mia@example.org, jonas@example.org',
              hint: 'Who may take it beside the groups',
              doubt: whoProblem(view.candidateUsers, 'person', directory),
            },
            {
              name: 'candidateGroups',
              label: 'Groups',
              placeholder: 'finance, managers',
              doubt: whoProblem(view.candidateGroups, 'group', directory),
            },
            DUE,
          ]}
        />
        <NextTimes view={dueTimer(view.dueDate)} what="it is due" calendar={view.calendar} />
        <CalendarField value={view.calendar} onCommit={(calendar) => set({ calendar }, 'calendar')} />
        <FieldList {...shared} fields={[REMINDERS]} />
        <NextTimes view={reminderTimer(view.reminder)} what="it reminds" calendar={view.calendar} />
        <FieldList {...shared} fields={[PRIORITY]} />
      </div>
    </Section>
  );
}
