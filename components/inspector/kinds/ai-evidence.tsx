'use client';

import { Switch } from '@/components/ui/switch';
import type { AiCallView } from '@/lib/elements/ai-call/schema';
import { Section } from '../section';
import type { ElementView } from '../use-element';

/** Whether an answer must show the words of its input that it rests on. */
export function EvidenceSection({ view, set }: ElementView<AiCallView>) {
  return (
    <Section title="Evidence" number={6} level={3}>
      <div data-field="requireQuotes">
        <Switch
          label="Require quotes"
          hint="An answer without quotes, or with one that does not stand in the input word for word, is corrected, then refused."
          checked={view.requireQuotes}
          onCheckedChange={(requireQuotes) => set({ requireQuotes })}
        />
      </div>
    </Section>
  );
}
