// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, only those in view exist; table elements can't be laid out so.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is the stop of the keyboard, not its cells.
import { Link2 } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import type { ListLayout } from './list-layout';
import { type Zone, zoneName } from './zone';

/** The headings, which stay in view. */
export function ListHead({ layout, zone }: { layout: ListLayout; zone: Zone }) {
  const words = [
    'Seq',
    `Time, ${zoneName(zone)}`,
    'Actor',
    'Event',
    ...(layout.object ? ['Object'] : []),
    ...(layout.process ? ['Process'] : []),
  ];
  return (
    <div role="rowgroup" className={cx('sticky top-0 z-10', layout.lines === 2 && 'sr-only')}>
      <div
        role="row"
        aria-rowindex={1}
        className={cx(
          'grid h-7.5 items-center border-b border-line-strong bg-paper text-[.71875rem] text-muted',
          layout.columns,
        )}
      >
        <div role="columnheader" className="grid place-items-center">
          <Link2 size={13} aria-label="Chain" />
        </div>
        {layout.lines === 2 ? (
          <div role="columnheader">Event</div>
        ) : (
          words.map((word) => (
            <div key={word} role="columnheader" className="truncate px-2 font-medium">
              {word}
            </div>
          ))
        )}
      </div>
    </div>
  );
}
