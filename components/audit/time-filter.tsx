'use client';

import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { TextField } from '@/components/ui/text-field';
import type { AuditFilter } from '@/lib/audit/filter';

interface Props {
  filter: AuditFilter;
  apply(next: AuditFilter): void;
}

const HOUR = 3_600_000;
const SPANS = [
  ['Last hour', HOUR],
  ['24 hours', 24 * HOUR],
  ['7 days', 7 * 24 * HOUR],
] as const;

/** What a `datetime-local` field shows of a moment, in UTC. */
const toField = (moment: string): string => (moment ? new Date(moment).toISOString().slice(0, 16) : '');
const fromField = (text: string): string => (text ? `${text}:00Z` : '');
const ago = (ms: number): string => `${new Date(Date.now() - ms).toISOString().slice(0, 19)}Z`;

/** From and to, in UTC whatever the list shows, so that an address means the same everywhere. */
export function TimeFilter({ filter, apply }: Props) {
  return (
    <Section title="Time" meta="UTC">
      <div className="mb-2 flex flex-wrap gap-1">
        {SPANS.map(([label, ms]) => (
          <Button key={label} size="sm" onClick={() => apply({ ...filter, after: ago(ms), before: '' })}>
            {label}
          </Button>
        ))}
      </div>
      {(['after', 'before'] as const).map((name) => (
        <TextField
          key={`${name} ${filter[name]}`}
          className="mb-2"
          label={name === 'after' ? 'From' : 'Before'}
          type="datetime-local"
          defaultValue={toField(filter[name])}
          onBlur={(event) => {
            const text = event.currentTarget.value;
            if (text !== toField(filter[name])) apply({ ...filter, [name]: fromField(text) });
          }}
        />
      ))}
    </Section>
  );
}
