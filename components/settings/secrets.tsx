'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import type { SecretAnswer } from '@/lib/settings/secrets';
import { AskedRemoval } from './asked-removal';
import { RowButton } from './row-button';
import { SecretDialog } from './secret-dialog';
import { type Column, SettingsTable } from './settings-table';

const COLUMNS: readonly Column<SecretAnswer>[] = [
  { head: 'Name', strong: true, mono: true, cell: ({ name }) => name },
  { head: 'May be sent to', mono: true, cell: ({ hosts }) => hosts.join(', ') },
  { head: 'Stored', cell: ({ updatedAt }) => <Time value={updatedAt} /> },
  { head: 'By', cell: ({ updatedBy }) => updatedBy },
];

/** Values that steps send to other systems without anybody seeing them. */
export function Secrets({ secrets, mayManage }: { secrets: readonly SecretAnswer[]; mayManage: boolean }) {
  const [editing, setEditing] = useState<SecretAnswer | 'new' | null>(null);
  return (
    <Section title="Secrets" meta={`${secrets.length}`}>
      {mayManage && (
        <div className="my-3 flex flex-wrap items-center gap-3">
          <Button variant="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setEditing('new')}>
            Add a secret
          </Button>
          <p className="text-xs text-muted">
            HTTP steps name it as <code>secret.NAME</code>. Its value is never shown again.
          </p>
        </div>
      )}
      {secrets.length === 0 ? (
        <EmptyState title="No secrets yet">A secret is sent only to the hosts it is bound to.</EmptyState>
      ) : (
        <SettingsTable
          label="Secrets"
          rows={secrets}
          keyOf={({ name }) => name}
          columns={COLUMNS}
          actions={
            mayManage
              ? (secret) => <Actions secret={secret} onReplace={() => setEditing(secret)} />
              : undefined
          }
        />
      )}
      {editing && (
        <SecretDialog
          key={editing === 'new' ? 'new' : editing.name}
          secret={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}

const Actions = ({ secret: { name }, onReplace }: { secret: SecretAnswer; onReplace: () => void }) => (
  <>
    <RowButton verb="Replace" about={name} onClick={onReplace} />
    <AskedRemoval
      verb="Remove"
      about={name}
      title={`Remove ${name}?`}
      description="Its value is deleted. Steps that name it raise an incident from now on."
      confirm="Remove secret"
      path={`/secrets/${encodeURIComponent(name)}`}
    />
  </>
);
