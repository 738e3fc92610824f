'use client';

import { ArrowLeftRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { VersionRow } from '@/components/processes/version-list';
import { formatUtc } from '@/components/ui/format-time';
import { IconButton } from '@/components/ui/icon-button';
import { TitleCell } from '@/components/ui/title-block';
import { type CompareMode, compareUrl, type Side, sideName, sideOf } from './side';

export interface SidePickerProps {
  processId: string;
  versions: readonly VersionRow[];
  from: Side;
  to: Side;
  mode: CompareMode;
  layout: boolean;
  /** Whether the draft may be chosen. */
  draft: boolean;
}

/** Which two are compared, and the other way round. */
export function SidePicker(props: SidePickerProps) {
  const { processId, from, to, mode, layout } = props;
  const router = useRouter();
  const go = (a: Side, b: Side) => router.push(compareUrl(processId, a, b, { mode, layout }));
  return (
    <>
      <Picker {...props} label="From" value={from} onChange={(side) => go(side, to)} />
      <div className="flex items-center border-r border-line px-1.5">
        <IconButton
          size="sm"
          tooltipSide="bottom"
          label="Swap the two"
          icon={<ArrowLeftRight size={14} />}
          onClick={() => go(to, from)}
        />
      </div>
      <Picker {...props} label="To" value={to} onChange={(side) => go(from, side)} />
    </>
  );
}

interface PickerProps extends Pick<SidePickerProps, 'versions' | 'draft'> {
  label: string;
  value: Side;
  onChange: (side: Side) => void;
}

function Picker({ label, value, versions, draft, onChange }: PickerProps) {
  const known = value === 'draft' ? draft : versions.some(({ version }) => version === value);
  return (
    <TitleCell label={label}>
      <select
        aria-label={label}
        value={String(value)}
        onChange={(event) => {
          const side = sideOf(event.target.value);
          if (side !== null) onChange(side);
        }}
        className="-ml-1 h-6 max-w-50 truncate rounded-sm bg-transparent px-0.5 font-medium hover:bg-hover"
      >
        {!known && <option value={String(value)}>{value === 'draft' ? 'Draft' : sideName(value)}</option>}
        {draft && <option value="draft">Draft</option>}
        {versions.map(({ version, publishedAt, tags = [] }) => (
          <option key={version} value={version}>
            {`v${version} · ${formatUtc(publishedAt, 'date')}${tags.map((tag) => ` · ${tag}`).join('')}`}
          </option>
        ))}
      </select>
    </TitleCell>
  );
}
