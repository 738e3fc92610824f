'use client';

import { useEffect, useState } from 'react';
import { apiGet } from '@/components/common/api-client';
import { Select } from '@/components/ui/select';
import type { ElementId } from '@/lib/document';
import type { SharedField } from '@/lib/elements/many/fields';

import { useSharedField } from './use-shared-field';

interface Provider {
  providerId: string;
  name: string;
}

/** Stands for “the default of Settings”, which the document writes as nothing. */
const USUAL = '-';

/** Which provider answers several AI calls; choosing one leaves the model to it. */
export function ProviderControl({ ids, field }: { ids: readonly ElementId[]; field: SharedField }) {
  const set = useSharedField(ids, field);
  const providers = useProviders();
  const named = field.values.map(String).filter((id) => id !== '');
  const unknown = named.filter((id) => !providers.some(({ providerId }) => providerId === id));
  const options = [
    { value: USUAL, label: 'The default of Settings' },
    ...providers.map(({ providerId, name }) => ({ value: providerId, label: name })),
    ...unknown.map((id) => ({ value: id, label: `${id} (not configured)` })),
  ];
  return (
    <div data-field={field.key} data-mixed={field.mixed || undefined}>
      <Select
        label={field.words.label}
        {...(field.mixed ? { placeholder: 'Mixed' } : {})}
        options={options}
        value={field.mixed ? '' : String(field.value) || USUAL}
        onChange={({ target }) => target.value !== '' && set(target.value === USUAL ? '' : target.value)}
      />
    </div>
  );
}

/** The providers of Settings; none until they are loaded, or when they can't be. */
function useProviders(): readonly Provider[] {
  const [providers, setProviders] = useState<readonly Provider[]>([]);
  useEffect(() => {
    let current = true;
    void apiGet<{ items: Provider[] }>('/providers/choices').then(
      (answer) => current && answer.ok && setProviders(answer.body.items),
    );
    return () => {
      current = false;
    };
  }, []);
  return providers;
}
