import { Search } from 'lucide-react';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { CATEGORIES } from '@/lib/templates/types';
import type { TemplateFilter } from './filter';

export interface FilterBarProps {
  filter: TemplateFilter;
  onChange(filter: TemplateFilter): void;
  found: number;
  all: number;
}

const OPTIONS = CATEGORIES.map((value) => ({ value, label: value }));

/** Narrows the templates down while one types. */
export function FilterBar({ filter, onChange, found, all }: FilterBarProps) {
  const change = (part: Partial<TemplateFilter>) => onChange({ ...filter, ...part });
  return (
    <search className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2.5" aria-label="Filter templates">
      <label className="relative w-full sm:w-64">
        <span className="sr-only">Search templates</span>
        <Search size={15} aria-hidden className="absolute left-2.5 top-1.75 text-muted" />
        <input
          type="search"
          value={filter.text}
          onChange={(event) => change({ text: event.target.value })}
          placeholder="Search templates"
          className="h-7.5 w-full rounded-md border border-line-strong bg-surface pl-8 pr-2 text-sm"
        />
      </label>
      <Select
        label="Category"
        hideLabel
        className="w-44"
        options={OPTIONS}
        placeholder="All categories"
        value={filter.category}
        onChange={(event) => change({ category: event.target.value })}
      />
      <Checkbox
        label="Uses AI"
        checked={filter.usesAi}
        onChange={(event) => change({ usesAi: event.target.checked })}
      />
      <Checkbox
        label="Needs approval"
        checked={filter.needsApproval}
        onChange={(event) => change({ needsApproval: event.target.checked })}
      />
      <p className="text-xs text-muted sm:ml-auto" role="status">
        {found === all ? `${all} templates` : `${found} of ${all} templates`}
      </p>
    </search>
  );
}
