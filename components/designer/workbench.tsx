'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { usePreload } from '@/components/ui/later';
import type { Problem } from '@/engine/compile/problem';
import { nameOf, processes } from '@/lib/document';
import type { StartVerdict } from '@/lib/processes/start-verdict';
import type { Session } from '@/lib/simulation';
import type { DesignerApi } from './api';
import { Dialogs, type Opened } from './dialogs';
import { Drawing } from './drawing';
import { useProblems } from './problems/use-problems';
import type { Autosave } from './save/autosave';
import { useConflict, useSaveOnLeave } from './save/use-save';
import { Simulating } from './simulating';
import { useEditor, useEditorStore } from './store/context';
import { TitleBar } from './title-bar';
import { useChanges } from './use-changes';
import { useDesignerCommands } from './use-designer-commands';
import { useDesignerKeys } from './use-designer-keys';
import { useFiles } from './use-files';
import { useFocusAfterDialog } from './use-focus-after-dialog';
import { KEYBOARD_PARTS, useKeyboardParts } from './use-keyboard-parts';
import { useProblemSteps } from './use-problem-steps';
import { useRemarks } from './use-remarks';

export interface WorkbenchProps {
  processId: string;
  meta: { name: string; latestVersion: number | null; start?: StartVerdict };
  api: DesignerApi;
  autosave: Autosave;
  problems?: readonly Problem[] | null | undefined;
}

/** The designer once it knows which draft it works on. */
export function Workbench({ processId, meta, api, autosave, problems: found = null }: WorkbenchProps) {
  const editor = useEditorStore();
  const router = useRouter();
  const [opened, setOpened] = useState<Opened>(null);
  // On a phone the properties cover the drawing, so they come when they are asked for.
  const [properties, setProperties] = useState(() => window.matchMedia('(min-width: 900px)').matches);
  const [latestVersion, setLatestVersion] = useState(meta.latestVersion);
  const [start, setStart] = useState<StartVerdict>(meta.start ?? { may: true });
  const [simulation, setSimulation] = useState<{ replay?: Session } | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const { problems, remarks, worst, errors, known } = useProblems(found);
  const changes = useChanges(api, latestVersion);
  const name = useEditor((state) => nameOf(processes(state.history.present)[0])) || meta.name;
  useRemarks();
  useConflict(autosave, () => setOpened('conflict'));
  useSaveOnLeave(autosave);
  useDesignerCommands(root);
  usePreload(KEYBOARD_PARTS);

  const parts = useKeyboardParts({
    root,
    problems,
    onProperties: () => setProperties(true),
    onNarrow: () => setProperties(false),
    onHelp: () => setOpened('help'),
  });
  const { goTo, step } = useProblemSteps(problems, () => setProperties(true));
  const files = useFiles({ api, autosave, name, locked: simulation !== null });
  // The comparison reads the draft from the server, so everything goes there first.
  const compare = (from: number) =>
    void autosave.flush().then(() => router.push(api.compareUrl(from, 'draft')));
  const endSimulation = () => {
    setSimulation(null);
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[role=application]')?.focus());
  };
  useDesignerKeys(root, simulation !== null, {
    undo: () => editor.getState().undo(),
    redo: () => editor.getState().redo(),
    find: () => setOpened('find'),
    nextProblem: () => step(1),
    previousProblem: () => step(-1),
    run: () => setOpened('run'),
  });
  useFocusAfterDialog(root, opened === null && files.read === null && !parts.busy);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes dropped files, which has its own menu item too
    <div
      ref={root}
      className="flex h-full min-h-0 grow flex-col"
      data-testid="designer"
      onDragOver={(event) => event.preventDefault()}
      onDrop={files.drop}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && void autosave.flush()}
    >
      <TitleBar
        {...{ name, latestVersion, start, api, autosave, changes, errors }}
        onFirstError={() => goTo(problems.find((problem) => problem.severity === 'error'))}
        onPublish={() => setOpened('publish')}
        onRun={() => setOpened('run')}
        onFind={() => setOpened('find')}
        onOutline={parts.enterOutline}
        simulating={simulation !== null}
        onSimulate={() => (simulation ? endSimulation() : setSimulation({}))}
        onVersions={() => setOpened('versions')}
        onCompare={compare}
        onImport={files.choose}
        onConflict={() => setOpened('conflict')}
        onProperties={properties ? undefined : () => setProperties(true)}
        onExport={files.save}
      />
      {files.picker}
      {simulation ? (
        <Simulating
          simulation={simulation}
          api={api}
          onEnd={endSimulation}
          onGoTo={(problem) => {
            setSimulation(null);
            goTo(problem);
          }}
        />
      ) : (
        <Drawing
          {...{ processId, api, autosave, problems, known, remarks, worst, parts, properties, setProperties }}
          finding={opened === 'find'}
          onFound={() => setOpened(null)}
          onHelp={() => setOpened('help')}
          onSimulate={(replay) => setSimulation(replay ? { replay } : {})}
        />
      )}
      {!simulation && parts.windows}
      <Dialogs
        {...{ opened, setOpened, api, autosave, name, latestVersion, start, problems, changes }}
        file={files.read}
        setFile={files.setRead}
        onPublished={(version) => {
          setLatestVersion(version);
          // the new version may say otherwise who starts it; unanswered, the server says so on starting
          void api.mayStart().then(setStart, () => undefined);
        }}
        onCompare={compare}
        onProblem={goTo}
      />
    </div>
  );
}
