import { ShieldAlert } from 'lucide-react';
import { CopyButton } from '@/components/ui/copy-button';
import { Section } from '@/components/ui/section';
import type { AuditEventAnswer } from '@/lib/audit/types';
import { hashGroups } from './hash';

const GENESIS = /^0{64}$/;

/** The record's place in its chain, recomputed when the event was opened. */
export function ChainSection({ event }: { event: AuditEventAnswer }) {
  const { chain } = event;
  const rows = [
    ['Hash', chain.hash],
    ['Prev', chain.prev],
    ['Data', chain.dataHash],
  ] as const;
  const lastSeq = chain.firstSeq + chain.count - 1;
  return (
    <Section title="Chain" meta={chain.intact ? 'recomputed, fits' : undefined}>
      {chain.fault && (
        <p className="mb-2 flex items-center gap-2 rounded-md border border-incident/60 bg-incident-bg px-3 py-2 text-sm font-medium">
          <ShieldAlert size={16} className="flex-none text-incident" aria-hidden />
          This record is broken: {chain.fault}.
        </p>
      )}
      <div aria-hidden className="mb-2 flex items-center font-mono text-2xs">
        <span className="rounded-sm border border-line-strong bg-surface px-2 py-1 text-muted">
          {chain.firstSeq === 1 ? 'begin' : `…${chain.firstSeq - 1}`}
        </span>
        <span className="h-px grow bg-ink" />
        <span className="rounded-sm bg-bar px-2.5 py-1.5 font-medium text-on-bar">
          {chain.count > 1 ? `${chain.firstSeq}–${lastSeq}` : chain.firstSeq}
        </span>
        <span className="h-px grow bg-ink" />
        <span className="rounded-sm border border-line-strong bg-surface px-2 py-1 text-muted">
          …{lastSeq + 1}
        </span>
      </div>
      <dl className="text-xs">
        {rows.map(([name, value]) => (
          <div key={name} className="flex min-h-7 items-center gap-3">
            <dt className="w-10 flex-none text-muted">{name}</dt>
            <dd className="min-w-0 truncate font-mono" title={value}>
              {GENESIS.test(value) ? 'none: first of its chain' : hashGroups(value)}
            </dd>
            <dd className="ml-auto flex-none">
              <CopyButton text={value} label={`Copy ${name.toLowerCase()} hash`} />
            </dd>
          </div>
        ))}
        <div className="flex min-h-7 items-center gap-3">
          <dt className="w-10 flex-none text-muted">In</dt>
          <dd className="min-w-0 break-all font-mono">{event.stream}</dd>
        </div>
        <div className="flex min-h-7 items-center gap-3">
          <dt className="w-10 flex-none text-muted">Cause</dt>
          <dd className="min-w-0 break-all font-mono">{event.cause}</dd>
        </div>
      </dl>
    </Section>
  );
}
