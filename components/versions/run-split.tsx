'use client';

import { ChevronDown, PencilRuler, Play } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';

export interface RunSplitProps {
  /** What the button runs. */
  run: number;
  latest: number | null;
  /** All that can be run, newest first. */
  versions: readonly number[];
  busy?: boolean;
  variant?: 'primary' | 'secondary';
  onRun: (version: number) => void;
  /** Where the draft is tried out; absent for those who don't draw. */
  draftHref?: string;
}

const named = (version: number, latest: number | null): string =>
  version === latest ? `v${version} (latest)` : `v${version}`;

/** Run this version; behind the arrow every other one. Drafts are tried out, never run. */
export function RunSplit({
  run,
  latest,
  versions,
  busy = false,
  variant = 'primary',
  onRun,
  draftHref,
}: RunSplitProps) {
  const others = versions.filter((version) => version !== run);
  const menu = others.length > 0 || draftHref !== undefined;
  return (
    <span className="inline-flex">
      <Button
        variant={variant}
        busy={busy}
        className={menu ? 'rounded-r-none' : ''}
        onClick={() => onRun(run)}
        icon={<Play size={14} fill="currentColor" aria-hidden />}
      >
        Run {named(run, latest)}
      </Button>
      {menu && (
        <DropdownMenu
          trigger={
            <Button
              variant={variant}
              aria-label="Run another version"
              className="-ml-px rounded-l-none border-l-on-primary/40! px-1.5!"
              icon={<ChevronDown size={15} aria-hidden />}
            />
          }
        >
          {others.length > 0 && <MenuLabel>Another version</MenuLabel>}
          {others.slice(0, 12).map((version) => (
            <MenuItem key={version} icon={<Play size={14} />} onSelect={() => onRun(version)}>
              {named(version, latest)}
            </MenuItem>
          ))}
          {draftHref !== undefined && (
            <>
              {others.length > 0 && <MenuSeparator />}
              <MenuItem
                icon={<PencilRuler size={14} />}
                href={draftHref}
                hint="Opens in the designer; only versions run for real"
              >
                Draft (test only)
              </MenuItem>
            </>
          )}
        </DropdownMenu>
      )}
    </span>
  );
}
