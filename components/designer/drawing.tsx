'use client';

import { X } from 'lucide-react';
import type { Dispatch, SetStateAction } from 'react';
import { EditorCanvas } from '@/components/canvas';
import type { InspectorProps } from '@/components/inspector/inspector';
import { DesignerApiProvider } from '@/components/inspector/use-designer-api';
import { IconButton } from '@/components/ui/icon-button';
import { later } from '@/components/ui/later';
import type { Problem } from '@/engine/compile/problem';
import type { ElementId } from '@/lib/document';
import type { Session } from '@/lib/simulation';
import type { DesignerApi } from './api';
import { CommentsPanel } from './comments/later';
import { ProblemsPanel } from './problems/problems-panel';
import type { Autosave } from './save/autosave';
import { useEditor, useEditorStore } from './store/context';
import type { EditorStore } from './store/editor-store';
import type { KeyboardParts } from './use-keyboard-parts';

const FindPanel = later(() => import('./find/find-panel').then((it) => it.FindPanel), { name: 'Find' });

const Inspector = later<InspectorProps & { asked: boolean }>(
  () => import('@/components/inspector/inspector').then((it) => it.Inspector),
  {
    name: 'The properties',
    awaited: ({ asked }) => asked,
    place: ({ onClose }, failure) => (
      <aside
        aria-label="Properties"
        aria-busy={!failure}
        className="w-89 flex-none border-l border-line bg-paper max-desk:fixed max-desk:inset-0 max-desk:z-30 max-desk:w-auto"
      >
        {failure && (
          <div className="flex justify-end px-3 pt-2">
            <IconButton size="sm" label="Close the properties" icon={<X size={15} />} onClick={onClose} />
          </div>
        )}
        {failure}
      </aside>
    ),
  },
);

/** Loaded when somebody arranges: the engine is loaded then, too. */
function arrange(editor: EditorStore): void {
  import('./layout/arrange').then(
    ({ arrangeDiagram }) => arrangeDiagram(editor),
    () => editor.getState().say('Arranging can’t be loaded. Is the server reachable?', true),
  );
}

export interface DrawingProps {
  processId: string;
  api: DesignerApi;
  autosave: Autosave;
  problems: readonly Problem[];
  /** Somebody has looked for problems. */
  known: boolean;
  remarks: readonly Problem[];
  worst: ReadonlyMap<ElementId, 'error' | 'warning'>;
  parts: KeyboardParts;
  properties: boolean;
  setProperties: Dispatch<SetStateAction<boolean>>;
  /** The panel that searches is shown. */
  finding: boolean;
  onFound: () => void;
  onHelp: () => void;
  /** Sets the draft in motion, or shows what a scenario did. */
  onSimulate: (replay?: Session) => void;
}

/** Outline, canvas, problems and properties. */
export function Drawing(props: DrawingProps) {
  const { api, problems, remarks, worst, parts, properties, setProperties, onHelp, onSimulate } = props;
  const editor = useEditorStore();
  const discussing = useEditor((state) => state.discussion !== null);
  const asked = useEditor((state) => state.selection.length > 0 || state.focus !== null);
  const openProperties = () => {
    setProperties(true);
    const id = editor.getState().selection[0];
    if (id) editor.getState().focusField(id, 'name');
  };
  /** The comments stand where the properties do: these come back in their place. */
  const toggleProperties = () => {
    if (!discussing) return setProperties((on) => !on);
    editor.getState().discuss(null);
    setProperties(true);
  };
  return (
    <div className="flex min-h-0 grow">
      {parts.outline}
      <div className="relative flex min-w-0 grow flex-col">
        {props.finding && <FindPanel onClose={props.onFound} />}
        <EditorCanvas
          problems={worst}
          onOpenProperties={openProperties}
          onToggleProperties={toggleProperties}
          onHelp={onHelp}
          onSimulate={() => onSimulate()}
          onLayout={() => arrange(editor)}
          onOutline={parts.enterOutline}
          onStep={parts.onStep}
        />
        <ProblemsPanel {...{ problems, remarks, api }} known={props.known} onReplay={onSimulate} />
      </div>
      {discussing && <CommentsPanel processId={props.processId} autosave={props.autosave} />}
      {properties && !discussing && (
        <DesignerApiProvider value={api}>
          <Inspector
            asked={asked}
            problemsOf={(id) => problems.filter((problem) => problem.elementId === id)}
            onClose={() => setProperties(false)}
          />
        </DesignerApiProvider>
      )}
    </div>
  );
}
