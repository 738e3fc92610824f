'use client';

import { Ban } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Checkbox } from '@/components/ui/checkbox';
import { Section } from '@/components/ui/section';
import { countFamilies, FAMILIES } from '@/lib/audit/families';
import { type AuditFilter, type ListField, toggled } from '@/lib/audit/filter';
import type { AuditFacets } from '@/lib/audit/types';
import { TimeFilter } from './time-filter';

interface Props {
  filter: AuditFilter;
  facets: AuditFacets;
  apply(next: AuditFilter): void;
}

const KINDS = [
  { kind: 'person', label: 'People' },
  { kind: 'ai', label: 'AI' },
  { kind: 'engine', label: 'Engine' },
  { kind: 'service', label: 'Services' },
] as const;
const SHOWN = 8;

/** What there is to narrow by, with how many events each choice would leave. */
export function Facets({ filter, facets, apply }: Props) {
  const families = countFamilies(facets.types);
  const count = (kind: string) => facets.kinds.find((one) => one.kind === kind)?.count ?? 0;
  const people = facets.actors.filter((one) => one.kind === 'person' || filter.actor.includes(one.id));
  const row = (field: ListField, values: readonly string[], label: ReactNode, total: number) => (
    <Checkbox
      key={values.join()}
      label={label}
      meta={total.toLocaleString('en')}
      checked={values.every((value) => filter[field].includes(value))}
      onChange={() => apply(toggled(filter, field, values))}
    />
  );
  const kind = (of: 'person' | 'ai' | 'engine', label: string) => (
    <span className="flex items-center gap-2">
      {of !== 'person' && <Avatar name={label} kind={of} size="s" decorative />}
      <span className="min-w-0 truncate">{label}</span>
    </span>
  );
  return (
    <div className="flex flex-col gap-5">
      <Section title="Actor">
        {KINDS.filter(({ kind: one }) => count(one) > 0 || filter.actorKind.includes(one)).map((one) =>
          row(
            'actorKind',
            [one.kind],
            kind(one.kind === 'ai' ? 'ai' : one.kind === 'person' ? 'person' : 'engine', one.label),
            count(one.kind),
          ),
        )}
        {people.length > 0 && (
          <div className="mt-1.5 border-t border-line pt-1.5">
            {people.slice(0, SHOWN).map((one) => row('actor', [one.id], one.name, one.count))}
          </div>
        )}
      </Section>
      <Section title="Event">
        <Checkbox
          label={
            <span className="flex items-center gap-2">
              <Ban size={14} className="text-incident" aria-hidden /> Refused
            </span>
          }
          meta={facets.refused.toLocaleString('en')}
          checked={filter.refused}
          onChange={() => apply({ ...filter, refused: !filter.refused })}
        />
        {FAMILIES.filter(
          ({ id, types }) => families.has(id) || types.every((type) => filter.type.includes(type)),
        ).map(({ id, label, types }) => row('type', types, label, families.get(id) ?? 0))}
      </Section>
      {facets.processes.length > 0 && (
        <Section title="Process">
          {facets.processes.slice(0, SHOWN).map((one) => row('processId', [one.id], one.name, one.count))}
        </Section>
      )}
      <TimeFilter filter={filter} apply={apply} />
    </div>
  );
}
