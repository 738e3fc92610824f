'use client';

import { Download, GitCompareArrows, History, Play, Route, Search, Upload } from 'lucide-react';
import { keyName } from '@/components/canvas';
import { BlockedAction } from '@/components/ui/blocked-action';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import type { ExportFormat } from './api';
import { RunAnother } from './run-another';
import type { TitleBarProps } from './title-bar';

const EXPORTS: readonly { format: ExportFormat; label: string; hint?: string }[] = [
  { format: 'bpmn', label: 'Export BPMN' },
  { format: 'yaml', label: 'Export YAML', hint: 'Text for Git and reviews' },
  { format: 'svg', label: 'Export SVG' },
  { format: 'png', label: 'Export PNG' },
];

/** Words that a phone leaves to the picture beside them. */
const ROOMY = 'max-desk:sr-only';

/** What can be done with the sheet, the main action last. */
export function TitleActions(props: TitleBarProps) {
  return (
    <>
      {!props.simulating && (
        <Button icon={<Search size={15} />} onClick={props.onFind}>
          <span className={ROOMY}>Find</span>
        </Button>
      )}
      <DropdownMenu trigger={<Button>File</Button>}>
        <MenuItem icon={<History size={15} />} onSelect={props.onVersions}>
          Versions…
        </MenuItem>
        {props.latestVersion !== null && (
          <MenuItem
            icon={<GitCompareArrows size={15} />}
            onSelect={() => props.latestVersion !== null && props.onCompare(props.latestVersion)}
          >
            Compare with v{props.latestVersion}
          </MenuItem>
        )}
        <MenuItem
          icon={<Upload size={15} />}
          onSelect={props.onImport}
          hint="BPMN or YAML; or drop a file on the canvas"
        >
          Import BPMN…
        </MenuItem>
        {EXPORTS.map(({ format, label, hint }) => (
          <MenuItem
            key={format}
            icon={<Download size={15} />}
            onSelect={() => props.onExport(format)}
            hint={hint}
          >
            {label}
          </MenuItem>
        ))}
      </DropdownMenu>
      <Button
        icon={<Route size={15} />}
        aria-pressed={props.simulating}
        title={keyName('simulate')}
        className="aria-pressed:border-ink aria-pressed:bg-sunken"
        onClick={props.onSimulate}
      >
        <span className={ROOMY}>Simulate</span>
      </Button>
      <Running {...props} />
      {props.errors > 0 ? (
        <BlockedAction
          action="Publish…"
          reason={`${props.errors} ${props.errors === 1 ? 'error' : 'errors'}`}
          onReason={props.onFirstError}
        />
      ) : (
        <Button variant="primary" onClick={props.onPublish}>
          Publish…
        </Button>
      )}
    </>
  );
}

/** Runs the latest version, or says who may. Another version may be for others. */
function Running({ latestVersion, start, api, onRun }: TitleBarProps) {
  const blocked = latestVersion !== null && !start.may;
  const another = latestVersion !== null && (start.may || start.code === 'not-a-starter');
  return (
    <span className="inline-flex">
      {blocked ? (
        <BlockedAction action="Run" reason={start.brief} onReason={onRun} />
      ) : (
        <Button icon={<Play size={15} />} className={another ? 'rounded-r-none' : ''} onClick={onRun}>
          Run
        </Button>
      )}
      {another && <RunAnother api={api} latestVersion={latestVersion} />}
    </span>
  );
}
