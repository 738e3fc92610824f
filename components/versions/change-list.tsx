'use client';

import { ChevronDown, ChevronUp, Sparkles } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Section } from '@/components/ui/section';
import type { Difference, DocumentDiff } from '@/lib/diff';
import { MarkIcon } from './mark-icon';
import { PropertyTable } from './property-table';
import { changesWords, GROUPS, hint, inReadingOrder, placeWords, tally, tallyWords } from './words';

export interface ChangeListProps {
  diff: DocumentDiff;
  /** Elements that are only drawn otherwise; shown when somebody asks for them. */
  moved: readonly Difference[];
  selected: string | null;
  onSelect: (id: string | null) => void;
  onStep: (step: 1 | -1) => void;
  /** N and P are heard. */
  keys: boolean;
  /** Place of the selected one among all that are shown, from 1; 0 when none is. */
  at: number;
  total: number;
  from: string;
  to: string;
}

/** The other half of the drawing: everything that differs, and what exactly. */
export function ChangeList(props: ChangeListProps) {
  const { diff, moved, at, total, onStep, keys } = props;
  const count = diff.added.length + diff.removed.length + diff.changed.length;
  return (
    <section aria-labelledby="changes-heading" className="flex min-h-0 grow flex-col">
      <header className="flex min-h-10 flex-none flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5 text-xs">
        <h2 id="changes-heading" className="font-semibold">
          {changesWords(count)}
        </h2>
        <span className="font-mono text-muted" role="img" aria-label={tallyWords(diff)}>
          {tally(diff)}
        </span>
        {total > 0 && (
          <span className="ml-auto flex items-center gap-1.5">
            <span className="mr-1 tabular-nums">{placeWords(at, total, count)}</span>
            <Button
              size="sm"
              shortcut="P"
              aria-label="Previous change"
              aria-keyshortcuts={keys ? 'P' : undefined}
              icon={<ChevronUp size={13} aria-hidden />}
              onClick={() => onStep(-1)}
            />
            <Button
              size="sm"
              shortcut="N"
              aria-label="Next change"
              aria-keyshortcuts={keys ? 'N' : undefined}
              icon={<ChevronDown size={13} aria-hidden />}
              onClick={() => onStep(1)}
            />
          </span>
        )}
      </header>
      <div data-list className="flex min-h-0 grow flex-col gap-4 overflow-y-auto px-4 py-3">
        {count === 0 && (
          <p className="text-sm text-muted">
            {moved.length > 0 || diff.layout.length > 0
              ? 'They mean the same; only the drawing differs. “Layout only” shows where.'
              : 'They are the same.'}
          </p>
        )}
        {GROUPS.map(([group, title]) => (
          <Group key={group} title={title} list={diff[group]} {...props} />
        ))}
        <Group title="Only drawn otherwise" list={moved} {...props} />
      </div>
    </section>
  );
}

type GroupProps = ChangeListProps & { title: string; list: readonly Difference[] };

function Group({ title, list, ...props }: GroupProps) {
  if (list.length === 0) return null;
  return (
    <Section title={title} meta={list.length} level={3}>
      <ul className="flex flex-col">
        {inReadingOrder(list).map((each) => (
          <Row key={each.id} difference={each} {...props} />
        ))}
      </ul>
    </Section>
  );
}

/** Scrolls the list and never the page, which on phones shows the drawing above. */
function bringIntoList(row: HTMLElement | null): void {
  const list = row?.closest<HTMLElement>('[data-list]');
  if (!row || !list || list.scrollHeight <= list.clientHeight) return;
  const [inner, outer] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop += inner.top - outer.top;
  else if (inner.bottom > outer.bottom)
    list.scrollTop += Math.min(inner.top - outer.top, inner.bottom - outer.bottom);
}

function Row({ difference, selected, onSelect, from, to }: ChangeListProps & { difference: Difference }) {
  const { id, mark, name, kind, changes } = difference;
  const open = selected === id;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) bringIntoList(row.current);
  }, [open]);
  return (
    <li
      ref={row}
      className={cx('-mx-4 px-4', open && 'bg-surface shadow-[inset_3px_0_0_var(--ink)]')}
      data-change={id}
    >
      <button
        type="button"
        aria-expanded={open}
        onClick={() => onSelect(open ? null : id)}
        className="focus-inset -mx-1 flex min-h-8 w-[calc(100%+8px)] items-center gap-2.5 rounded-sm px-1 py-1 text-left text-sm hover:bg-hover"
      >
        <MarkIcon mark={mark} labelled />
        {kind === 'AI call' && <Sparkles size={13} className="flex-none text-ai" aria-hidden />}
        <span className={cx('min-w-0 grow truncate', mark === 'removed' && 'line-through decoration-1')}>
          {name}
        </span>
        <span className="max-w-[45%] flex-none truncate text-xs text-muted">{hint(difference)}</span>
      </button>
      {open && (
        <div className="pb-3 pl-7.5 pt-1">
          {changes.length > 0 ? (
            <PropertyTable changes={changes} from={from} to={to} />
          ) : (
            <p className="text-xs text-muted">A {kind} without properties of its own.</p>
          )}
        </div>
      )}
    </li>
  );
}
