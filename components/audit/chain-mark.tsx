import { Ban, ShieldAlert } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import type { Coverage } from './coverage';

const WORDS: Record<Coverage, string> = {
  covered: 'covered by the check',
  uncovered: 'not covered by a check yet',
  broken: 'broken',
};

/** One link of the chain that is drawn through the rows: a bead on a line. */
export function ChainMark({ coverage, refused }: { coverage: Coverage; refused: boolean }) {
  const words = refused ? `refused attempt, ${WORDS[coverage]}` : WORDS[coverage];
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className="relative grid h-full w-full place-items-center"
    >
      <span
        className={cx(
          'absolute inset-y-0 left-1/2 -ml-px border-l-[1.5px]',
          coverage === 'covered' ? 'border-ink' : 'border-dashed border-line-strong',
        )}
      />
      <Bead coverage={coverage} refused={refused} />
    </span>
  );
}

function Bead({ coverage, refused }: { coverage: Coverage; refused: boolean }) {
  if (coverage === 'broken')
    return <ShieldAlert size={17} className="relative rounded-sm bg-incident-bg text-incident" aria-hidden />;
  if (refused)
    return (
      <Ban size={16} strokeWidth={2} className="relative rounded-full bg-surface text-incident" aria-hidden />
    );
  return (
    <span
      className={cx(
        'relative rounded-full',
        coverage === 'covered' ? 'size-2 bg-ink' : 'size-2.25 border-[1.5px] border-line-strong bg-canvas',
      )}
    />
  );
}
