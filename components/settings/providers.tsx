'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { AiChip, Chip } from '@/components/ui/chip';
import { Section } from '@/components/ui/section';
import type { ProviderAnswer } from '@/lib/settings/provider-answer';
import { ProviderActions } from './provider-actions';
import { ProviderDialog } from './provider-dialog';
import { type Column, SettingsTable } from './settings-table';

export interface ProvidersProps {
  providers: readonly ProviderAnswer[];
  mayManage: boolean;
}

const SOURCES = { settings: 'Settings', environment: 'Environment', 'built-in': 'Built in' } as const;

const COLUMNS: readonly Column<ProviderAnswer>[] = [
  {
    head: 'Name',
    strong: true,
    cell: ({ name, source, isDefault }) => (
      <span className="flex items-center gap-2 whitespace-nowrap">
        {name}
        {source === 'built-in' && <AiChip>Simulated</AiChip>}
        {isDefault && <Chip tone="done">Default</Chip>}
      </span>
    ),
  },
  { head: 'Id in processes', mono: true, cell: ({ providerId }) => providerId },
  { head: 'Model', mono: true, cell: ({ model }) => model },
  { head: 'Data processed in', cell: ({ region }) => region ?? 'not stated' },
  {
    head: 'Key',
    cell: ({ source, hasKey }) => (source === 'built-in' ? 'not needed' : hasKey ? 'stored' : 'none'),
  },
  { head: 'From', cell: ({ source }) => SOURCES[source] },
];

/** Who answers AI steps. */
export function Providers({ providers, mayManage }: ProvidersProps) {
  const [editing, setEditing] = useState<ProviderAnswer | 'new' | null>(null);
  const simulated = providers.find(({ isDefault }) => isDefault)?.source === 'built-in';
  return (
    <Section title="AI providers" meta={`${providers.length}`}>
      {simulated && (
        <Banner title="The simulated model answers while no provider is configured">
          It is deterministic, costs nothing, sends nothing anywhere, and its answers are labelled “Simulated”
          wherever they show.
        </Banner>
      )}
      {mayManage && (
        <Button
          className="my-3"
          variant="primary"
          icon={<Plus size={15} aria-hidden />}
          onClick={() => setEditing('new')}
        >
          Add a provider
        </Button>
      )}
      <SettingsTable
        label="AI providers"
        rows={providers}
        keyOf={({ providerId }) => providerId}
        columns={COLUMNS}
        actions={
          mayManage
            ? (provider) => <ProviderActions provider={provider} onChange={() => setEditing(provider)} />
            : undefined
        }
      />
      {editing && (
        <ProviderDialog
          key={editing === 'new' ? 'new' : editing.providerId}
          provider={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
