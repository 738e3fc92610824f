'use client';

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Section } from '@/components/ui/section';
import { PersonDialog } from './person-dialog';
import { RowButton } from './row-button';
import { type Column, SettingsTable } from './settings-table';

/** A person as `GET /people` answers it. */
export interface Person {
  personId: string;
  email: string;
  name: string;
  roles: string[];
  groups: string[];
  disabled: boolean;
  demo: boolean;
}

const COLUMNS: readonly Column<Person>[] = [
  {
    head: 'Name',
    strong: true,
    cell: ({ name, demo }) => (
      <span className="flex items-center gap-2 whitespace-nowrap">
        <Avatar name={name} size="s" decorative /> {name}
        {demo && <Chip>Demo</Chip>}
      </span>
    ),
  },
  { head: 'E-mail address', cell: ({ email }) => email },
  { head: 'Roles', className: 'min-w-44', cell: ({ roles }) => roles.join(', ') || 'none' },
  { head: 'Groups', className: 'min-w-44', cell: ({ groups }) => groups.join(', ') || '–' },
  {
    head: 'Access',
    className: 'whitespace-nowrap',
    cell: ({ disabled }) => (disabled ? <Chip tone="cancel">Disabled</Chip> : 'May sign in'),
  },
];

/** Who can sign in and what they may do. */
export function People({ people, mayManage }: { people: readonly Person[]; mayManage: boolean }) {
  const [editing, setEditing] = useState<Person | 'new' | null>(null);
  return (
    <Section title="People" meta={`${people.length}`}>
      {mayManage && (
        <div className="my-3 flex flex-wrap items-center gap-3">
          <Button
            variant="primary"
            icon={<UserPlus size={15} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            Add a person
          </Button>
          <p className="text-xs text-muted">Every change is an event of the audit trail.</p>
        </div>
      )}
      <SettingsTable
        label="People"
        rows={people}
        keyOf={({ personId }) => personId}
        columns={COLUMNS}
        actions={
          mayManage
            ? (person) => <RowButton verb="Change" about={person.name} onClick={() => setEditing(person)} />
            : undefined
        }
      />
      {editing && (
        <PersonDialog
          key={editing === 'new' ? 'new' : editing.personId}
          person={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
