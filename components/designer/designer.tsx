'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { EditorCanvas, isTyping, shortcutOf } from '@/components/canvas';
import { hasUncommittedText } from '@/components/inspector/fields/use-draft';
import { Inspector } from '@/components/inspector/inspector';
import { toast } from '@/components/ui/toast';
import type { Problem } from '@/engine/compile/problem';
import { nameOf, type ProcessDocument, processes } from '@/lib/document';
import type { Session } from '@/lib/simulation';
import type { DesignerApi, ExportFormat } from './api';
import { Dialogs, type Opened } from './dialogs';
import { saveExport } from './export-file';
import { fetchDesignerApi } from './fetch-api';
import { type ReadFile, readBpmnFile } from './import-file';
import { arrangeDiagram } from './layout/arrange';
import { PresenceLater } from './presence/later';
import { ProblemsPanel } from './problems-panel';
import { type Autosave, createAutosave } from './save/autosave';
import { type KeptDraft, keptDraft } from './save/kept-draft';
import { EditorProvider, useEditor, useEditorStore } from './store/context';
import { createEditorStore } from './store/editor-store';
import { TitleBar } from './title-bar';
import { useChanges } from './use-changes';
import { useDesignerCommands } from './use-designer-commands';
import { useKeyboardParts } from './use-keyboard-parts';
import { useProblems } from './use-problems';
import { useRemarks } from './use-remarks';

const FindPanel = lazy(() => import('./find/find-panel').then((m) => ({ default: m.FindPanel })));

export interface DesignerProps {
  processId: string;
  document: ProcessDocument;
  /** The draft's revision that `document` is. */
  revision: number;
  /** What the server found; the browser checks again. */
  problems?: readonly Problem[];
  meta: { name: string; latestVersion: number | null };
  /** Speaks to the server; the public HTTP API unless given. */
  api?: DesignerApi;
}

/** Loaded when somebody simulates: who draws doesn't pay for it. */
const SimulationView = lazy(async () => ({
  default: (await import('@/components/simulation/simulation-view')).SimulationView,
}));

/** The process designer: title block, palette, canvas, problems, properties. */
export function Designer(props: DesignerProps) {
  const { processId, revision } = props;
  const [store] = useState(() => createEditorStore(props.document));
  const [api] = useState(() => props.api ?? fetchDesignerApi(processId));
  const [autosave, setAutosave] = useState<Autosave | null>(null);

  useEffect(() => {
    let made: Autosave | undefined;
    let current = true;
    void keptDraft(processId).then((kept) => {
      if (!current) return;
      const usable = newer(kept);
      if (usable) store.getState().replace(usable.document);
      made = createAutosave(processId, store, api, usable?.revision ?? revision, usable);
      setAutosave(made);
    });
    return () => {
      current = false;
      made?.stop();
    };
  }, [processId, store, api, revision]);

  return (
    <EditorProvider store={store}>
      {autosave && <Workbench {...props} api={api} autosave={autosave} />}
      {autosave && <PresenceLater {...{ processId, api, autosave }} />}
    </EditorProvider>
  );
}

/** Kept changes count even when the server went on: saving them will show the conflict. */
const newer = (kept: KeptDraft | undefined): KeptDraft | undefined =>
  kept && kept.changes > 0 ? kept : undefined;

function Workbench({
  meta,
  api,
  autosave,
  problems: initial = [],
}: DesignerProps & { api: DesignerApi; autosave: Autosave }) {
  const editor = useEditorStore();
  const router = useRouter();
  const [opened, setOpened] = useState<Opened>(null);
  // On a phone the properties cover the drawing, so they come when they are asked for.
  const [properties, setProperties] = useState(() => window.matchMedia('(min-width: 900px)').matches);
  const [latestVersion, setLatestVersion] = useState(meta.latestVersion);
  const [simulation, setSimulation] = useState<{ replay?: Session } | null>(null);
  const [file, setFile] = useState<{ title: string; read: ReadFile } | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const { problems, worst, errors } = useProblems(initial);
  const changes = useChanges(api, latestVersion);
  const name = useEditor((state) => nameOf(processes(state.history.present)[0])) || meta.name;
  useRemarks();
  useConflict(autosave, () => setOpened('conflict'));
  useSaveOnLeave(autosave);

  const parts = useKeyboardParts({
    root,
    problems,
    onProperties: () => setProperties(true),
    onNarrow: () => setProperties(false),
    onHelp: () => setOpened('help'),
  });
  useDesignerCommands(root);

  const goTo = (problem: Pick<Problem, 'elementId' | 'field'> | undefined) => {
    if (!problem) return;
    setProperties(true);
    editor.getState().focusField(problem.elementId, problem.field);
  };
  const at = useRef(-1);
  const stepProblem = (step: 1 | -1) => {
    if (problems.length === 0) return;
    at.current = (at.current + step + problems.length) % problems.length;
    goTo(problems[at.current]);
  };
  const exportFile = async (format: ExportFormat) => {
    try {
      // The server writes the file: it has to have the last change.
      await autosave.flush();
      const { plane, history } = editor.getState();
      await saveExport(api, format, { name: processes(history.present)[0]?.id ?? name, plane });
    } catch {
      toast.error('The file can’t be written', {
        description: 'Is the server reachable? The draft is kept.',
      });
    }
  };
  // The comparison reads the draft from the server, so everything goes there first.
  const compare = (from: number) =>
    void autosave.flush().then(() => router.push(api.compareUrl(from, 'draft')));
  const endSimulation = () => {
    setSimulation(null);
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[role=application]')?.focus());
  };
  const readFile = async (chosen: File | undefined) =>
    chosen && setFile({ title: chosen.name, read: await readBpmnFile(chosen) });

  const keys = (event: KeyboardEvent) => {
    const shortcut = shortcutOf(event);
    if (shortcut?.scope !== 'designer') return;
    if (simulation && EDITS.has(shortcut.id)) {
      editor.getState().say('Editing is off during the simulation: press T to go back to it', true);
      return event.preventDefault();
    }
    // A field that is being typed in has its own undo until it is clean.
    if ((shortcut.id === 'undo' || shortcut.id === 'redo') && isTyping(event.target) && hasUncommittedText())
      return;
    const handlers: Record<string, () => void> = {
      undo: () => editor.getState().undo(),
      redo: () => editor.getState().redo(),
      find: () => setOpened('find'),
      nextProblem: () => stepProblem(1),
      previousProblem: () => stepProblem(-1),
      run: () => setOpened('run'),
    };
    handlers[shortcut.id]?.();
    event.preventDefault();
  };
  useDesignerKeys(root, keys);
  useFocusAfterDialog(root, opened === null && file === null && !parts.busy);
  const dropFile = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0 || simulation) return;
    event.preventDefault();
    void readFile(event.dataTransfer.files[0]);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes dropped files, which has its own menu item too
    <div
      ref={root}
      className="flex h-full min-h-0 grow flex-col"
      data-testid="designer"
      onDragOver={(event) => event.preventDefault()}
      onDrop={dropFile}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && void autosave.flush()}
    >
      <TitleBar
        name={name}
        latestVersion={latestVersion}
        api={api}
        autosave={autosave}
        changes={changes}
        errors={errors}
        onFirstError={() => goTo(problems.find((problem) => problem.severity === 'error'))}
        onPublish={() => setOpened('publish')}
        onRun={() => setOpened('run')}
        onFind={() => setOpened('find')}
        onOutline={parts.enterOutline}
        simulating={simulation !== null}
        onSimulate={() => (simulation ? endSimulation() : setSimulation({}))}
        onVersions={() => setOpened('versions')}
        onCompare={compare}
        onImport={() => picker.current?.click()}
        onConflict={() => setOpened('conflict')}
        onProperties={properties ? undefined : () => setProperties(true)}
        onExport={(format) => void exportFile(format)}
      />
      <input
        ref={picker}
        type="file"
        accept=".bpmn,.xml,.yaml,.yml,application/xml,text/xml,application/yaml"
        aria-label="BPMN file"
        className="hidden"
        onChange={(event) => {
          void readFile(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {simulation ? (
        <Suspense fallback={<p className="p-6 text-muted">The simulation is loading…</p>}>
          <Simulating
            simulation={simulation}
            api={api}
            onEnd={endSimulation}
            onGoTo={(problem) => {
              setSimulation(null);
              goTo(problem);
            }}
          />
        </Suspense>
      ) : (
        <div className="flex min-h-0 grow">
          {parts.outline}
          <div className="relative flex min-w-0 grow flex-col">
            {opened === 'find' && (
              <Suspense>
                <FindPanel onClose={() => setOpened(null)} />
              </Suspense>
            )}
            <EditorCanvas
              problems={worst}
              onOpenProperties={() => {
                setProperties(true);
                const id = editor.getState().selection[0];
                if (id) editor.getState().focusField(id, 'name');
              }}
              onToggleProperties={() => setProperties((on) => !on)}
              onHelp={() => setOpened('help')}
              onSimulate={() => setSimulation({})}
              onLayout={() => void arrangeDiagram(editor)}
              onOutline={parts.enterOutline}
              onStep={parts.onStep}
            />
            <ProblemsPanel problems={problems} api={api} onReplay={(replay) => setSimulation({ replay })} />
          </div>
          {properties && (
            <Inspector
              problemsOf={(id) => problems.filter((problem) => problem.elementId === id).length}
              onClose={() => setProperties(false)}
            />
          )}
        </div>
      )}
      {!simulation && parts.windows}
      <Dialogs
        {...{ opened, setOpened, api, autosave, name, latestVersion, problems, changes, file, setFile }}
        onPublished={(version) => setLatestVersion(version)}
        onCompare={compare}
        onProblem={goTo}
      />
    </div>
  );
}

interface SimulatingProps {
  simulation: { replay?: Session };
  api: DesignerApi;
  onEnd: () => void;
  onGoTo: (problem: Pick<Problem, 'elementId' | 'field'>) => void;
}

/** The draft as it is now in motion. */
function Simulating({ simulation, api, onEnd, onGoTo }: SimulatingProps) {
  const document = useEditor((state) => state.history.present);
  const plane = useEditor((state) => state.plane);
  return (
    <SimulationView
      document={document}
      plane={plane}
      replay={simulation.replay}
      onEnd={onEnd}
      onGoTo={(elementId, field) => onGoTo(field ? { elementId, field } : { elementId })}
      onSave={api.saveScenario}
    />
  );
}

/** Shortcuts that change the draft, or lead to where it is changed. */
const EDITS: ReadonlySet<string> = new Set(['undo', 'redo', 'find', 'nextProblem', 'previousProblem']);

function useConflict(autosave: Autosave, show: () => void): void {
  const latest = useRef(show);
  latest.current = show;
  useEffect(
    () =>
      autosave.state.subscribe(
        (state, before) => state.status === 'conflict' && before.status !== 'conflict' && latest.current(),
      ),
    [autosave],
  );
}

/** Leaving the page with unsaved changes saves them; the browser keeps them in any case. */
function useSaveOnLeave(autosave: Autosave): void {
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') void autosave.flush();
    };
    document.addEventListener('visibilitychange', leave);
    return () => document.removeEventListener('visibilitychange', leave);
  }, [autosave]);
}

/** Shortcuts of the whole designer work wherever its focus is, and when nothing has it. */
function useDesignerKeys(root: RefObject<HTMLDivElement | null>, keys: (event: KeyboardEvent) => void): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const inside = event.target === document.body || root.current?.contains(event.target as Node);
      if (inside && !event.defaultPrevented) latest.current(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [root]);
}

/** After a window closes the focus is again on the canvas, or on the line of the outline it was on, not nowhere. */
function useFocusAfterDialog(root: RefObject<HTMLDivElement | null>, closed: boolean): void {
  const before = useRef(closed);
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest('[role=application], [role=tree]'))
        last.current = target;
    };
    const element = root.current;
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, [root]);
  useEffect(() => {
    const justClosed = closed && !before.current;
    before.current = closed;
    if (!justClosed) return;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const canvas = root.current?.querySelector<HTMLElement>('[role=application]');
      (last.current?.isConnected ? last.current : canvas)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [closed, root]);
}
