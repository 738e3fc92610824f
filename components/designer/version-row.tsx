'use client';

import { Tag } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Time } from '@/components/ui/time';
import type { VersionSummary } from './api';

interface VersionRowProps {
  version: VersionSummary;
  exportUrl: (format: (typeof FORMATS)[number]) => string;
  onView: () => void;
  onCompare: () => void;
  onRestore: () => void;
}

const FORMATS = ['bpmn', 'yaml', 'svg'] as const;

/** What a version is, who made it and why, and what can be done with it. */
export function VersionRow({ version, exportUrl, onView, onCompare, onRestore }: VersionRowProps) {
  const { version: number, tags = [], note, runningInstances: running } = version;
  return (
    <li className="border-b border-line py-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <b className="font-semibold">v{number}</b>
        {tags.map((tag) => (
          <Chip key={tag} icon={<Tag size={11} aria-hidden />}>
            {tag}
          </Chip>
        ))}
        <span className="ml-auto text-xs text-muted">
          {running === 0 ? 'None running' : `${running} running`}
        </span>
      </p>
      <p className="mt-1 break-words">{note}</p>
      <p className="mt-1 flex flex-wrap justify-between gap-x-2 text-xs text-muted">
        {version.publishedByName}
        <Time value={version.publishedAt} />
      </p>
      {version.approvedByName && <p className="text-xs text-muted">Approved by {version.approvedByName}</p>}
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button size="sm" aria-label={`View v${number}`} onClick={onView}>
          View
        </Button>
        <Button size="sm" aria-label={`Compare v${number} with the draft`} onClick={onCompare}>
          Compare
        </Button>
        <Button size="sm" aria-label={`Restore as draft: v${number}`} onClick={onRestore}>
          Restore as draft
        </Button>
      </div>
      <div className="mt-1.5 flex items-center gap-3 text-xs text-muted">
        Export
        {FORMATS.map((format) => (
          <a
            key={format}
            className="inline-link inline-flex min-h-6 items-center"
            href={exportUrl(format)}
            aria-label={`Export v${number} as ${format.toUpperCase()}`}
            download
          >
            {format.toUpperCase()}
          </a>
        ))}
      </div>
    </li>
  );
}
