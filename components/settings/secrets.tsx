'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { apiSend } from '@/components/common/api-client';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { DataTable, TableHead, Td, Th, Tr } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import type { SecretAnswer } from '@/lib/settings/secrets';
import { ProblemBanner } from './problem-banner';
import { SecretDialog } from './secret-dialog';
import { useSubmit } from './use-submit';

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
        <DataTable label="Secrets" className="rounded-md border border-line">
          <TableHead>
            <Th>Name</Th>
            <Th>May be sent to</Th>
            <Th>Stored</Th>
            <Th>By</Th>
            {mayManage && <Th aria-label="Actions" />}
          </TableHead>
          <tbody>
            {secrets.map((secret) => (
              <Tr key={secret.name}>
                <Td strong mono>
                  {secret.name}
                </Td>
                <Td mono>{secret.hosts.join(', ')}</Td>
                <Td>
                  <Time value={secret.updatedAt} />
                </Td>
                <Td>{secret.updatedBy}</Td>
                {mayManage && (
                  <Td numeric>
                    <span className="inline-flex gap-1.5">
                      <Button
                        size="sm"
                        aria-label={`Replace ${secret.name}`}
                        onClick={() => setEditing(secret)}
                      >
                        Replace
                      </Button>
                      <Remove name={secret.name} />
                    </span>
                  </Td>
                )}
              </Tr>
            ))}
          </tbody>
        </DataTable>
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

function Remove({ name }: { name: string }) {
  const { busy, problem, submit } = useSubmit();
  const [open, setOpen] = useState(false);
  return (
    <AlertDialog
      open={open}
      onOpenChange={setOpen}
      title={`Remove ${name}?`}
      description="Its value is deleted. Steps that name it raise an incident from now on."
      confirm="Remove secret"
      danger
      busy={busy}
      onConfirm={() =>
        void submit(
          () => apiSend('DELETE', `/secrets/${encodeURIComponent(name)}`),
          () => setOpen(false),
        )
      }
      trigger={
        <Button size="sm" aria-label={`Remove ${name}`}>
          Remove
        </Button>
      }
    >
      <ProblemBanner problem={problem} />
    </AlertDialog>
  );
}
