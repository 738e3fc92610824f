'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { AiChip, Chip } from '@/components/ui/chip';
import { DataTable, TableHead, Td, Th, Tr } from '@/components/ui/data-table';
import { Section } from '@/components/ui/section';
import type { ProviderAnswer } from '@/lib/settings/provider-answer';
import { ProviderActions } from './provider-actions';
import { ProviderDialog } from './provider-dialog';

export interface ProvidersProps {
  providers: readonly ProviderAnswer[];
  mayManage: boolean;
}

const SOURCES = { settings: 'Settings', environment: 'Environment', 'built-in': 'Built in' } as const;

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
      <DataTable label="AI providers" className="rounded-md border border-line">
        <TableHead>
          <Th>Name</Th>
          <Th>Id in processes</Th>
          <Th>Model</Th>
          <Th>Data processed in</Th>
          <Th>Key</Th>
          <Th>From</Th>
          {mayManage && <Th aria-label="Actions" />}
        </TableHead>
        <tbody>
          {providers.map((provider) => (
            <Tr key={provider.providerId}>
              <Td strong>
                <span className="flex items-center gap-2 whitespace-nowrap">
                  {provider.name}
                  {provider.source === 'built-in' && <AiChip>Simulated</AiChip>}
                  {provider.isDefault && <Chip tone="done">Default</Chip>}
                </span>
              </Td>
              <Td mono>{provider.providerId}</Td>
              <Td mono>{provider.model}</Td>
              <Td>{provider.region ?? 'not stated'}</Td>
              <Td>{provider.source === 'built-in' ? 'not needed' : provider.hasKey ? 'stored' : 'none'}</Td>
              <Td>{SOURCES[provider.source]}</Td>
              {mayManage && (
                <Td numeric>
                  <ProviderActions provider={provider} onChange={() => setEditing(provider)} />
                </Td>
              )}
            </Tr>
          ))}
        </tbody>
      </DataTable>
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
