import type { ReactNode } from 'react';
import { Time } from '@/components/ui/time';

/** How the row of what is shown is marked. */
export const HERE = 'shadow-[inset_3px_0_0_var(--ink)] bg-surface';

export interface VersionFrameProps {
  /** How many versions there are. */
  count: number;
  /** What holds for all of them, at the foot. */
  note: string;
  /** List items. */
  children: ReactNode;
}

/** The column of versions beside what is shown; on phones it stands below. */
export function VersionFrame({ count, note, children }: VersionFrameProps) {
  return (
    <nav
      aria-label="Versions"
      className="flex flex-none flex-col border-line bg-paper max-desk:border-t desk:w-52 desk:overflow-y-auto desk:border-r"
    >
      <div className="flex h-9 flex-none items-center border-b border-line px-4 text-xs font-semibold">
        <h2>Versions</h2>
        <span className="ml-auto font-normal text-muted">{count}</span>
      </div>
      <ul>{children}</ul>
      <p className="mt-auto border-t border-line px-4 py-3 text-2xs text-muted max-desk:border-t-0">{note}</p>
    </nav>
  );
}

/** Who made something and when, at the foot of a row. */
export function ByWhom({ name, at }: { name: string; at: string }) {
  return (
    <span className="mt-1 flex flex-wrap justify-between gap-x-2 text-2xs text-muted">
      {name}
      <Time value={at} format="date" />
    </span>
  );
}
