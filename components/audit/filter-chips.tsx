'use client';

import { X } from 'lucide-react';
import { FAMILIES } from '@/lib/audit/families';
import { type AuditFilter, type ListField, toggled } from '@/lib/audit/filter';

interface Props {
  filter: AuditFilter;
  names: ReadonlyMap<string, string>;
  apply(next: AuditFilter): void;
}

interface ChipSpec {
  name: string;
  value: string;
  without: AuditFilter;
}

const LISTS: readonly [ListField, string][] = [
  ['actor', 'actor'],
  ['actorKind', 'kind'],
  ['process', 'process'],
  ['processId', 'process'],
];

/** A family that is chosen whole is one chip. */
function typeChips(filter: AuditFilter): ChipSpec[] {
  const whole = FAMILIES.filter(({ types }) => types.every((type) => filter.type.includes(type)));
  const single = filter.type.filter((type) => !whole.some((family) => family.types.includes(type)));
  return [
    ...whole.map(({ label, types }) => ({
      name: 'events',
      value: label,
      without: toggled(filter, 'type', types),
    })),
    ...single.map((type) => ({ name: 'type', value: type, without: toggled(filter, 'type', [type]) })),
  ];
}

function chipsOf(filter: AuditFilter, names: ReadonlyMap<string, string>): ChipSpec[] {
  const lists = LISTS.flatMap(([field, name]) =>
    filter[field].map((value) => ({
      name,
      value: names.get(value) ?? value,
      without: toggled(filter, field, [value]),
    })),
  );
  const single = [
    ['instance', 'instanceId'],
    ['after', 'after'],
    ['before', 'before'],
    ['words', 'q'],
  ] as const;
  return [
    ...lists,
    ...typeChips(filter),
    ...single.flatMap(([name, field]) =>
      filter[field] ? [{ name, value: filter[field], without: { ...filter, [field]: '' } }] : [],
    ),
    ...(filter.refused ? [{ name: 'is', value: 'refused', without: { ...filter, refused: false } }] : []),
  ];
}

/** Everything that narrows the list, each to be taken away by itself. */
export function FilterChips({ filter, names, apply }: Props) {
  return chipsOf(filter, names).map(({ name, value, without }) => (
    <span
      key={`${name}:${value}`}
      className="inline-flex max-w-full items-center gap-1 rounded-sm border border-line-strong bg-paper pl-1.5 font-mono text-xs"
    >
      <span className="min-w-0 truncate">
        <span className="text-muted">{name}:</span>
        {value}
      </span>
      <button
        type="button"
        aria-label={`Remove ${name} ${value}`}
        onClick={() => apply(without)}
        className="grid size-6 flex-none place-items-center rounded-sm text-muted hover:text-ink"
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  ));
}
