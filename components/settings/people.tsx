'use client';

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { DataTable, TableHead, Td, Th, Tr } from '@/components/ui/data-table';
import { Section } from '@/components/ui/section';
import { PersonDialog } from './person-dialog';

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
      <DataTable label="People" className="rounded-md border border-line">
        <TableHead>
          <Th>Name</Th>
          <Th>E-mail address</Th>
          <Th>Roles</Th>
          <Th>Groups</Th>
          <Th>Access</Th>
          {mayManage && <Th aria-label="Actions" />}
        </TableHead>
        <tbody>
          {people.map((person) => (
            <Tr key={person.personId}>
              <Td strong>
                <span className="flex items-center gap-2 whitespace-nowrap">
                  <Avatar name={person.name} size="s" decorative /> {person.name}
                  {person.demo && <Chip>Demo</Chip>}
                </span>
              </Td>
              <Td>{person.email}</Td>
              <Td className="min-w-44">{person.roles.join(', ') || 'none'}</Td>
              <Td className="min-w-44">{person.groups.join(', ') || '–'}</Td>
              <Td className="whitespace-nowrap">
                {person.disabled ? <Chip tone="cancel">Disabled</Chip> : 'May sign in'}
              </Td>
              {mayManage && (
                <Td numeric>
                  <Button size="sm" aria-label={`Change ${person.name}`} onClick={() => setEditing(person)}>
                    Change
                  </Button>
                </Td>
              )}
            </Tr>
          ))}
        </tbody>
      </DataTable>
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
