'use client';

import { ListTree, MessageSquare, PanelRight, Redo2, Undo2 } from 'lucide-react';
import { keyName } from '@/components/canvas';
import { Chip } from '@/components/ui/chip';
import { IconButton } from '@/components/ui/icon-button';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { isUnchanged, tally, tallyWords } from '@/components/versions/words';
import type { DocumentDiff } from '@/lib/diff';
import { redoLabel, undoLabel } from '@/lib/editing';
import type { StartVerdict } from '@/lib/processes/start-verdict';
import type { DesignerApi, ExportFormat } from './api';
import type { Autosave } from './save/autosave';
import { SaveCell } from './save/save-cell';
import { useEditor, useEditorStore } from './store/context';
import { TitleActions } from './title-actions';

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
    <TitleBlock actions={<TitleActions {...props} />}>
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
