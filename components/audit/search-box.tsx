'use client';

import { Search } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import type { AuditFilter } from '@/lib/audit/filter';
import { parseSearch } from '@/lib/audit/search-tokens';
import { FilterChips } from './filter-chips';

interface Props {
  filter: AuditFilter;
  /** Ids that the chips should call by name. */
  names: ReadonlyMap<string, string>;
  apply(next: AuditFilter): void;
}

/** Tokens and words: what is understood becomes a chip, what isn't is said below. */
export function SearchBox({ filter, names, apply }: Props) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const result = parseSearch(text, filter);
    setProblem(result.ok ? null : result.message);
    if (!result.ok) return;
    setText('');
    apply(result.filter);
  };
  return (
    <search className="min-w-0 grow">
      <form onSubmit={submit}>
        <div className="flex min-h-8.5 flex-wrap items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2.5 py-1 focus-within:border-ink">
          <Search size={15} aria-hidden className="flex-none text-muted" />
          <FilterChips filter={filter} names={names} apply={apply} />
          <input
            aria-label="Search events"
            aria-describedby={`${id}-hint`}
            aria-invalid={problem !== null}
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder="actor:mia type:task.* after:2026-01-01 or words"
            className="h-6 min-w-32 grow rounded-sm bg-transparent text-sm placeholder:text-muted"
          />
        </div>
      </form>
      <p
        id={`${id}-hint`}
        role={problem ? 'alert' : undefined}
        className={problem ? 'mt-1 text-xs text-incident' : 'sr-only'}
      >
        {problem ?? 'Tokens: actor, kind, type, process, instance, after, before, is:refused. Enter applies.'}
      </p>
    </search>
  );
}
