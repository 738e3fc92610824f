'use client';

import { type ComponentType, memo, useState } from 'react';
import { later } from '@/components/ui/later';
import type { Problem } from '@/engine/compile/problem';
import type { DocumentDiff } from '@/lib/diff';
import { processes } from '@/lib/document';
import type { StartVerdict } from '@/lib/processes/start-verdict';
import type { DesignerApi } from './api';
import type { ReadFile } from './import-file';
import type { Autosave } from './save/autosave';
import { useEditor, useEditorStore } from './store/context';

/** Every edit changes what a window is told; one that is closed needn't hear of it. */
const asleep = <P extends { open: boolean }>(Part: ComponentType<P>) =>
  memo(Part, (before, after) => !before.open && !after.open);

// Loaded when the page is idle, so that a click doesn't wait and each opens without the server, too.
const whenOpen = { name: 'This window', awaited: ({ open }: { open: boolean }) => open };
const PublishDialog = asleep(
  later(() => import('./publish-dialog').then((it) => it.PublishDialog), whenOpen),
);
const RunDialog = asleep(later(() => import('./run-dialog').then((it) => it.RunDialog), whenOpen));
const NoRunDialog = asleep(later(() => import('./no-run-dialog').then((it) => it.NoRunDialog), whenOpen));
const VersionsDrawer = asleep(
  later(() => import('./versions-drawer').then((it) => it.VersionsDrawer), whenOpen),
);
const ConflictDialog = asleep(
  later(() => import('./conflict-dialog').then((it) => it.ConflictDialog), whenOpen),
);
const ShortcutsSheet = asleep(
  later(() => import('./shortcuts-sheet').then((it) => it.ShortcutsSheet), whenOpen),
);
const ImportDialog = later(() => import('./import-dialog').then((it) => it.ImportDialog), {
  name: 'This window',
  awaited: ({ file }) => file !== null,
});
/** Merging is rare: its code comes when it is needed. */
const MergeDialog = later(() => import('./merge/merge-dialog').then((it) => it.MergeDialog), {
  name: 'Merging',
});

/** The one window that is open. */
export type Opened = 'publish' | 'run' | 'versions' | 'conflict' | 'merge' | 'find' | 'help' | null;

interface DialogsProps {
  opened: Opened;
  setOpened: (opened: Opened) => void;
  api: DesignerApi;
  autosave: Autosave;
  name: string;
  latestVersion: number | null;
  /** Whether the reader may start the latest version. */
  start: StartVerdict;
  problems: readonly Problem[];
  changes: DocumentDiff | null;
  file: { title: string; read: ReadFile } | null;
  setFile: (file: null) => void;
  onPublished: (version: number) => void;
  /** Compares a version with the draft, which is saved first. */
  onCompare: (from: number) => void;
  onProblem: (problem: Problem) => void;
}

/** The windows of the designer. */
export function Dialogs(props: DialogsProps) {
  const { opened, setOpened, api, autosave, latestVersion, start, problems, changes, file } = props;
  const editor = useEditorStore();
  // While nothing is open, an edit is none of its business.
  const awake = opened !== null || file !== null;
  const [first] = useState(() => editor.getState().history.present);
  const document = useEditor((state) => (awake ? state.history.present : first));
  const set = (which: NonNullable<Opened>) => (on: boolean) => setOpened(on ? which : null);

  const reload = async () => {
    const draft = await api.loadDraft();
    editor.getState().replace(draft.document);
    autosave.rebase(draft.document, draft.revision);
  };
  const copyOf = async (content: typeof document) => {
    const { processId } = await api.createCopy(content);
    await reload();
    window.location.assign(api.editUrl(processId));
  };
  const key = processes(document)[0]?.id;
  return (
    <>
      <PublishDialog
        open={opened === 'publish'}
        onOpenChange={set('publish')}
        next={(latestVersion ?? 0) + 1}
        onPublished={props.onPublished}
        onProblem={props.onProblem}
        onCompare={() => latestVersion !== null && props.onCompare(latestVersion)}
        {...{ api, autosave, changes, problems }}
      />
      {latestVersion !== null && !start.may ? (
        <NoRunDialog open={opened === 'run'} onOpenChange={set('run')} reason={start.reason} />
      ) : (
        <RunDialog
          open={opened === 'run'}
          onOpenChange={set('run')}
          onPublish={() => setOpened('publish')}
          onStarted={(url) => window.location.assign(url)}
          {...{ api, document, latestVersion }}
        />
      )}
      <VersionsDrawer
        open={opened === 'versions'}
        onOpenChange={set('versions')}
        api={api}
        onRestored={reload}
        onCompare={props.onCompare}
      />
      <ConflictDialog
        open={opened === 'conflict'}
        onOpenChange={set('conflict')}
        changes={autosave.state.getState().unsaved}
        base={autosave.base()}
        onReload={reload}
        onKeepCopy={() => copyOf(document)}
        mine={document}
        onTheirs={async () => (await api.loadDraft()).document}
        onMerge={autosave.base() ? () => setOpened('merge') : undefined}
      />
      {opened === 'merge' && <MergeDialog onClose={() => setOpened(null)} {...{ api, autosave }} />}
      <ShortcutsSheet open={opened === 'help'} onOpenChange={set('help')} />
      <ImportDialog
        name={props.name}
        file={file}
        same={file?.read.ok === true && file.read.key === key}
        onClose={() => props.setFile(null)}
        onReplace={() => {
          if (file?.read.ok)
            editor
              .getState()
              .apply({ document: file.read.document, select: [], announce: `Imported ${file.title}` });
          props.setFile(null);
        }}
        onCopy={async () => {
          if (!file?.read.ok) return;
          const { processId } = await api.createCopy(file.read.document);
          window.location.assign(api.editUrl(processId));
        }}
      />
    </>
  );
}
