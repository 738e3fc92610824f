'use client';

import {
  Check,
  CloudOff,
  Download,
  GitCompareArrows,
  History,
  ListTree,
  Loader,
  MessageSquare,
  PanelRight,
  Play,
  Redo2,
  Route,
  Search,
  TriangleAlert,
  Undo2,
  Upload,
} from 'lucide-react';
import { useStore } from 'zustand';
import { keyName } from '@/components/canvas';
import { BlockedAction } from '@/components/ui/blocked-action';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { isUnchanged, tally, tallyWords } from '@/components/versions/words';
import type { DocumentDiff } from '@/lib/diff';
import { redoLabel, undoLabel } from '@/lib/editing';
import type { StartVerdict } from '@/lib/processes/start-verdict';
import type { DesignerApi, ExportFormat } from './api';
import { RunAnother } from './run-another';
import type { Autosave, SaveState } from './save/autosave';
import { useEditor, useEditorStore } from './store/context';

export interface TitleBarProps {
  name: string;
  latestVersion: number | null;
  /** Whether the reader may start the latest version. */
  start: StartVerdict;
  api: DesignerApi;
  autosave: Autosave;
  changes: DocumentDiff | null;
  errors: number;
  onFirstError: () => void;
  onPublish: () => void;
  onRun: () => void;
  onFind: () => void;
  onOutline: () => void;
  /** The simulation is shown, and editing is off. */
  simulating: boolean;
  onSimulate: () => void;
  onVersions: () => void;
  /** Compares a version with the draft. */
  onCompare: (from: number) => void;
  onImport: () => void;
  onConflict: () => void;
  /** Shows the properties; absent while they are shown. */
  onProperties?: (() => void) | undefined;
  onExport: (format: ExportFormat) => void;
}

/** The facts of the sheet, and what can be done with it. */
export function TitleBar(props: TitleBarProps) {
  const { name, latestVersion, changes } = props;
  return (
    <TitleBlock actions={<Actions {...props} />}>
      <TitleCell label="Process" title>
        {name}
      </TitleCell>
      <TitleCell label="Sheet">
        Draft for v{(latestVersion ?? 0) + 1}
        {/* a phone has one line for what the sheet is: the next version says which came before */}
        {latestVersion !== null && (
          <span className="max-desk:hidden">
            <Chip>v{latestVersion} published</Chip>
          </span>
        )}
      </TitleCell>
      <TitleCell label="Changes">
        <SaveCell autosave={props.autosave} onConflict={props.onConflict} />
      </TitleCell>
      {latestVersion !== null && changes && (
        <TitleCell label={`Since v${latestVersion}`} className="max-desk:hidden">
          <button
            type="button"
            className="inline-link font-mono text-xs"
            aria-label={`Compare with v${latestVersion}: ${isUnchanged(changes) ? 'no changes' : `${tally(changes)}, ${tallyWords(changes)}`}`}
            onClick={() => props.onCompare(latestVersion)}
          >
            {isUnchanged(changes) ? 'no changes' : tally(changes)}
          </button>
        </TitleCell>
      )}
      <span data-slot="presence" className="contents" />
      {!props.simulating && (
        <>
          <UndoRedo />
          <div className="flex items-center">
            <IconButton
              tooltipSide="bottom"
              label="Outline"
              shortcut={keyName('outline')}
              icon={<ListTree size={16} />}
              onClick={props.onOutline}
            />
            <CommentsButton />
          </div>
        </>
      )}
      {props.onProperties && !props.simulating && (
        <div className="flex items-center">
          <IconButton
            tooltipSide="bottom"
            label="Show the properties"
            shortcut={keyName('properties')}
            icon={<PanelRight size={16} />}
            onClick={props.onProperties}
          />
        </div>
      )}
    </TitleBlock>
  );
}

/** Shows what is said about the draft, with how many conversations are open. */
function CommentsButton() {
  const editor = useEditorStore();
  const open = useEditor((state) => state.conversations.length);
  const shown = useEditor((state) => state.discussion !== null);
  return (
    <IconButton
      tooltipSide="bottom"
      label={open === 0 ? 'Comments' : `Comments, ${open} open`}
      shortcut={keyName('comments')}
      aria-pressed={shown}
      icon={
        <>
          <MessageSquare size={16} />
          {open > 0 && <span className="ml-0.5 text-2xs">{open}</span>}
        </>
      }
      className="w-auto! min-w-8 px-1.5! aria-pressed:bg-sunken"
      onClick={() => editor.getState().discuss(shown ? null : {})}
    />
  );
}

/** Nothing to undo is no reason for a grey box. */
const QUIET = 'disabled:border-transparent! disabled:bg-transparent!';

function UndoRedo() {
  const editor = useEditorStore();
  const back = useEditor((state) => undoLabel(state.history));
  const forward = useEditor((state) => redoLabel(state.history));
  return (
    <div className="flex items-center gap-0.5 px-2.5 max-desk:px-1">
      <IconButton
        tooltipSide="bottom"
        label={back ? `Undo: ${back}` : 'Undo'}
        shortcut={keyName('undo')}
        icon={<Undo2 size={16} />}
        disabled={!back}
        className={QUIET}
        onClick={() => editor.getState().undo()}
      />
      <IconButton
        tooltipSide="bottom"
        label={forward ? `Redo: ${forward}` : 'Redo'}
        shortcut={keyName('redo')}
        icon={<Redo2 size={16} />}
        disabled={!forward}
        className={QUIET}
        onClick={() => editor.getState().redo()}
      />
    </div>
  );
}

const time = (date: Date): string =>
  date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });

const WORDS: Record<SaveState['status'], (state: SaveState) => string> = {
  saved: ({ savedAt }) => (savedAt ? `Saved ${time(savedAt)}` : 'Saved'),
  changed: () => 'Saving…',
  saving: () => 'Saving…',
  offline: ({ unsaved }) => `Offline – ${unsaved} ${unsaved === 1 ? 'change' : 'changes'} kept`,
  conflict: () => 'Conflict',
  refused: ({ message }) => `Not saved: ${message ?? 'the server refused the content'}`,
};

function SaveCell({ autosave, onConflict }: { autosave: Autosave; onConflict: () => void }) {
  const state = useStore(autosave.state);
  const text = WORDS[state.status](state);
  const icon = {
    saved: <Check size={14} aria-hidden="true" />,
    changed: <Loader size={14} aria-hidden="true" />,
    saving: <Loader size={14} aria-hidden="true" />,
    offline: <CloudOff size={14} aria-hidden="true" />,
    conflict: <TriangleAlert size={14} className="text-incident" aria-hidden="true" />,
    refused: <TriangleAlert size={14} className="text-incident" aria-hidden="true" />,
  }[state.status];
  return (
    <span data-save-status={state.status} className="flex items-center gap-1.5">
      {icon}
      {state.status === 'conflict' ? (
        <button type="button" className="inline-link" onClick={onConflict}>
          {text}
        </button>
      ) : (
        <span className="max-w-72 truncate">{text}</span>
      )}
    </span>
  );
}

const EXPORTS: readonly { format: ExportFormat; label: string; hint?: string }[] = [
  { format: 'bpmn', label: 'Export BPMN' },
  { format: 'yaml', label: 'Export YAML', hint: 'Text for Git and reviews' },
  { format: 'svg', label: 'Export SVG' },
  { format: 'png', label: 'Export PNG' },
];

/** Words that a phone leaves to the picture beside them. */
const ROOMY = 'max-desk:sr-only';

function Actions(props: TitleBarProps) {
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
