'use client';

import { useEffect, useState } from 'react';
import { apiGet } from '@/components/common/api-client';
import { type Option, Select } from '@/components/ui/select';
import type { AiCallView } from '@/lib/elements/ai-call/schema';
import { DraftText } from '../fields/text';
import { Section } from '../section';
import type { ElementView } from '../use-element';

interface Choice {
  providerId: string;
  name: string;
  model: string;
  isDefault: boolean;
}

/** Which provider and model answer; empty means the default of Settings. */
export function ModelSection({ view, set }: ElementView<AiCallView>) {
  const choices = useChoices();
  const usual = choices.find((each) => each.isDefault);
  const chosen = view.provider ? choices.find((each) => each.providerId === view.provider) : usual;
  return (
    <Section title="Model" number={1} level={3}>
      <div className="grid grid-cols-2 gap-2">
        <div data-field="provider" className="min-w-0">
          <Select
            label="Provider"
            placeholder={usual ? `Default (${usual.name})` : 'Default'}
            options={optionsOf(choices, view.provider)}
            value={view.provider}
            onChange={(event) => set({ provider: event.target.value, model: '' }, 'provider')}
          />
        </div>
        <DraftText
          label="Model"
          field="model"
          value={view.model}
          placeholder={chosen?.model || 'default'}
          onCommit={(model) => set({ model }, 'model')}
        />
      </div>
    </Section>
  );
}

/** A provider that the document names and Settings doesn't have stays choosable, and says so. */
function optionsOf(choices: readonly Choice[], current: string): Option[] {
  const known = choices.map(({ providerId, name }) => ({ value: providerId, label: name }));
  const missing = current !== '' && !known.some((each) => each.value === current);
  return missing ? [...known, { value: current, label: `${current} (not configured)` }] : known;
}

/** The providers of Settings; none until they are loaded, or when they can't be. */
function useChoices(): readonly Choice[] {
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  useEffect(() => {
    let current = true;
    void apiGet<{ items: Choice[] }>('/providers/choices').then(
      (answer) => current && answer.ok && setChoices(answer.body.items),
    );
    return () => {
      current = false;
    };
  }, []);
  return choices;
}
