'use client';

import { ChevronDown, ChevronUp, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';

interface RowsProps<T> {
  rows: readonly T[];
  onChange: (rows: T[]) => void;
  /** What one row is called: “header”, “outcome”. */
  what: string;
  make: () => T;
  children: (row: T, set: (change: Partial<T>) => void, index: number) => ReactNode;
  /** Lets rows be moved up and down. */
  ordered?: boolean;
  field?: string;
  most?: number;
  /** A row of several lines: all but the first have the whole width; the first leaves room by `FIRST_LINE`. */
  lines?: boolean;
}

/** For the first line of a row of several: its end belongs to the buttons that move and remove the row. */
export const FIRST_LINE = 'pr-23';

/** The first row has nothing above it: that is no reason for a grey box. */
export const QUIET = 'disabled:border-transparent! disabled:bg-transparent! disabled:opacity-40';

/** A list that can be added to, removed from and put in order. */
export function Rows<T extends object>({
  rows,
  onChange,
  what,
  make,
  children,
  ordered,
  field,
  most = 200,
  lines,
}: RowsProps<T>) {
  const swap = (i: number, j: number) => {
    const next = [...rows];
    [next[i], next[j]] = [next[j] as T, next[i] as T];
    onChange(next);
  };
  return (
    <div className="flex flex-col gap-1.5" data-field={field}>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own
        <div key={i} className="relative flex items-start gap-1">
          <div className="min-w-0 grow">
            {children(
              row,
              (change) => onChange(rows.map((each, at) => (at === i ? { ...each, ...change } : each))),
              i,
            )}
          </div>
          <div className={cx('flex flex-none gap-1', lines && 'absolute right-0 top-0')}>
            {ordered && (
              <>
                <IconButton
                  size="sm"
                  label={`Move ${what} ${i + 1} up`}
                  icon={<ChevronUp size={13} />}
                  disabled={i === 0}
                  className={QUIET}
                  onClick={() => swap(i, i - 1)}
                />
                <IconButton
                  size="sm"
                  label={`Move ${what} ${i + 1} down`}
                  icon={<ChevronDown size={13} />}
                  disabled={i === rows.length - 1}
                  className={QUIET}
                  onClick={() => swap(i, i + 1)}
                />
              </>
            )}
            <IconButton
              size="sm"
              label={`Remove ${what} ${i + 1}`}
              icon={<Trash2 size={13} />}
              onClick={() => onChange(rows.filter((_, at) => at !== i))}
            />
          </div>
        </div>
      ))}
      {rows.length < most && (
        <Button
          size="sm"
          variant="ghost"
          icon={<Plus size={13} />}
          className="self-start"
          onClick={() => onChange([...rows, make()])}
        >
          Add {what}
        </Button>
      )}
    </div>
  );
}
