'use client';

import { useEffect, useState } from 'react';
import { apiGet } from '@/components/common/api-client';
import { type Option, Select } from '@/components/ui/select';
import type { ElementId } from '@/lib/document';
import type { SharedField } from '@/lib/elements/many/fields';
import { offered, useCalendars } from '../kinds/use-calendars';
import { useSharedField } from './use-shared-field';

interface StoredProps {
  ids: readonly ElementId[];
  field: SharedField;
}

/** Fields whose values are kept in Settings, by the key of the field. */
export const STORED: Readonly<Record<string, (props: StoredProps) => React.ReactNode>> = {
  'own.provider': ProviderControl,
  'own.calendar': CalendarControl,
};

/** Which provider answers several AI calls; choosing one leaves the model to it. */
function ProviderControl(props: StoredProps) {
  const options = useProviders().map(({ providerId, name }) => ({ value: providerId, label: name }));
  return <StoredChoice {...props} options={options} usual="The default of Settings" />;
}

/** Which working time the due dates and reminders of several steps are counted in. */
function CalendarControl(props: StoredProps) {
  const options = offered(useCalendars() ?? [], props.field.values);
  return <StoredChoice {...props} options={options} usual="All time, day and night" />;
}

/** Stands for what the document writes as nothing, because an empty value is “mixed” here. */
const USUAL = '-';

/** @param usual what nothing means, in words */
function StoredChoice({ ids, field, options, usual }: StoredProps & { options: Option[]; usual: string }) {
  const set = useSharedField(ids, field);
  const unknown = field.values
    .map(String)
    .filter((id) => id !== '' && !options.some(({ value }) => value === id));
  return (
    <div data-field={field.key} data-mixed={field.mixed || undefined}>
      <Select
        label={field.words.label}
        {...(field.mixed ? { placeholder: 'Mixed' } : {})}
        hint={field.words.hint}
        options={[
          { value: USUAL, label: usual },
          ...options,
          // what the diagram says must stay to be seen
          ...unknown.map((id) => ({ value: id, label: `${id} (not in Settings)` })),
        ]}
        value={field.mixed ? '' : String(field.value) || USUAL}
        onChange={({ target }) => target.value !== '' && set(target.value === USUAL ? '' : target.value)}
      />
    </div>
  );
}

interface Provider {
  providerId: string;
  name: string;
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
