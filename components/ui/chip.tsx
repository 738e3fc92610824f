import { Clock, Hourglass, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Sparkle } from '@/components/bpmn/sparkle';
import { cx } from './cx';

export type ChipTone = 'neutral' | 'done' | 'active' | 'wait' | 'incident' | 'cancel' | 'comp' | 'ai';

/** Text is ink on every tint; the state's colour is in border and icon only. */
const TONES: Record<ChipTone, string> = {
  neutral: 'border-line bg-surface',
  done: 'border-done/40 bg-done-bg',
  active: 'border-active/40 bg-active-bg',
  wait: 'border-wait/45 bg-wait-bg',
  incident: 'border-incident/45 bg-incident-bg',
  cancel: 'border-cancel/45 bg-cancel-bg',
  comp: 'border-comp/40 bg-comp-bg',
  ai: 'border-ai-line bg-ai-soft',
};

export interface ChipProps {
  children: ReactNode;
  tone?: ChipTone;
  icon?: ReactNode;
  className?: string;
}

/** A fact in a few words, 22 px high. Not clickable. */
export function Chip({ children, tone = 'neutral', icon, className }: ChipProps) {
  return (
    <span
      className={cx(
        'inline-flex h-5.5 max-w-full items-center gap-1.25 whitespace-nowrap rounded-sm border px-1.75 text-xs/none font-medium text-ink',
        TONES[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate leading-4">{children}</span>
    </span>
  );
}

/** What AI says or did: always the sparkle and a word, with the measured number in bold where there is one. */
export function AiChip({ children, value }: { children: ReactNode; value?: string }) {
  return (
    <Chip tone="ai" icon={<Sparkle size={13} />}>
      {children}
      {value !== undefined && (
        <>
          {' · '}
          <b className="font-semibold">{value}</b>
        </>
      )}
    </Chip>
  );
}

const DUE = {
  calm: { tone: 'neutral', icon: <Clock size={13} strokeWidth={1.7} aria-hidden="true" /> },
  soon: {
    tone: 'wait',
    icon: <Hourglass size={13} strokeWidth={1.7} className="text-wait" aria-hidden="true" />,
  },
  overdue: {
    tone: 'incident',
    icon: (
      <TriangleAlert
        size={13}
        strokeWidth={1.7}
        className="fill-incident stroke-surface"
        aria-hidden="true"
      />
    ),
  },
} as const;

/** Time left until something is due: clock, hourglass when half of it is gone, filled triangle when over. */
export function DueChip({ level, children }: { level: keyof typeof DUE; children: ReactNode }) {
  return (
    <Chip tone={DUE[level].tone} icon={DUE[level].icon}>
      {children}
    </Chip>
  );
}

/** A variable or expression inside a sentence. */
export function VariableToken({ children }: { children: ReactNode }) {
  return (
    <code className="inline-flex h-4.5 items-center rounded-[3px] bg-primary-soft px-1.25 text-[11.5px]/4.5 font-medium tracking-[-.02em] text-primary">
      {children}
    </code>
  );
}
