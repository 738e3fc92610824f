// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, only those in view exist; table elements can't be laid out so.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is the stop of the keyboard, not its cells.
import { cx } from '@/components/ui/cx';
import type { AuditRow } from '@/lib/audit/types';
import { ActorName } from './actor-name';
import { ChainMark } from './chain-mark';
import type { Coverage } from './coverage';
import type { ListLayout } from './list-layout';
import { formatMoment, type Zone } from './zone';

interface Props {
  row: AuditRow;
  layout: ListLayout;
  zone: Zone;
  coverage: Coverage;
  selected: boolean;
}

function tone({ row, coverage, selected }: Props): string {
  if (selected) return 'bg-primary-soft shadow-[inset_0_0_0_1px_var(--primary-line)]';
  if (coverage === 'broken') return 'bg-incident-bg';
  if (row.refused) return 'hatch-refused';
  return coverage === 'covered' ? 'bg-surface hover:bg-hover' : 'bg-canvas hover:bg-hover';
}

/** Several events of one record share its number; from the second on they are counted behind it. */
const placeInRecord = (eventId: string): string => {
  const index = Number(eventId.split('.')[1]);
  return index > 0 ? `.${index + 1}` : '';
};

/** The cells of one event; the row around them belongs to the list. */
export function EventCells(props: Props) {
  const { row, layout, zone, coverage } = props;
  const strong = row.type === 'task.completed' || row.refused;
  const cell = 'min-w-0 truncate px-2';
  const time = (
    <time dateTime={row.at} title={row.at} className="font-mono text-[.71875rem] text-muted">
      {formatMoment(row.at, zone)}
    </time>
  );
  const text = (
    <span className={cx('truncate', strong && 'font-semibold')} title={row.text}>
      {row.text}
    </span>
  );
  return (
    <div
      className={cx(
        'grid h-full items-center border-b border-line text-[.78125rem]',
        layout.columns,
        tone(props),
      )}
    >
      <div role="gridcell" className="h-full">
        <ChainMark coverage={coverage} refused={row.refused} />
      </div>
      {layout.lines === 2 ? (
        <div role="gridcell" className="flex min-w-0 flex-col gap-0.5 pr-3">
          <span className="flex min-w-0">{text}</span>
          <span className="flex min-w-0 items-center gap-3 text-xs text-muted">
            <ActorName actor={row.actor} />
            <span className="ml-auto flex-none">{time}</span>
          </span>
        </div>
      ) : (
        <>
          <div role="gridcell" className={cx(cell, 'font-mono text-xs')} title={row.eventId}>
            {Number(row.position).toLocaleString('en')}
            <span className="text-muted">{placeInRecord(row.eventId)}</span>
          </div>
          <div role="gridcell" className={cell}>
            {time}
          </div>
          <div role="gridcell" className={cell}>
            <ActorName actor={row.actor} />
          </div>
          <div role="gridcell" className={cx(cell, 'flex')}>
            {text}
          </div>
          {layout.object && (
            <div role="gridcell" className={cell} title={row.object ?? undefined}>
              {row.object ?? <span className="text-muted">–</span>}
            </div>
          )}
          {layout.process && (
            <div role="gridcell" className={cx(cell, 'text-muted')} title={row.processName ?? undefined}>
              {row.processName ?? '–'}
            </div>
          )}
        </>
      )}
    </div>
  );
}
