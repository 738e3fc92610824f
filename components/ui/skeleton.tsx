import { cx } from './cx';

/** A grey stand-in for what is being fetched; give it the final height. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={cx('block animate-pulse-soft rounded-sm bg-sunken', className)} />
  );
}

export interface SkeletonRowsProps {
  rows: number;
  /** Height of the rows that will stand here, in px. */
  height: number;
  /** What is being fetched, e.g. “Loading tasks”. */
  label: string;
}

/** Rows of the final height, so that nothing jumps when they arrive. */
export function SkeletonRows({ rows, height, label }: SkeletonRowsProps) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, i) => `row-${i}`).map((key) => (
        <div
          key={key}
          style={{ height }}
          className="flex flex-col justify-center gap-2 border-b border-line px-4"
        >
          <Skeleton className="h-3 w-3/5" />
          {height >= 56 && <Skeleton className="h-2.5 w-2/5" />}
        </div>
      ))}
    </div>
  );
}
