'use client';

import { useEffect, useState } from 'react';
import type { Problem } from '@/engine/compile/problem';
import type { ProcessDocument } from '@/lib/document';
import type { StartVerdict } from '@/lib/processes/start-verdict';
import { AnalysisProvider } from './analysis/context';
import type { DesignerApi } from './api';
import { CommentsLater } from './comments/later';
import { fetchDesignerApi } from './fetch-api';
import { PresenceLater } from './presence/later';
import { type Autosave, createAutosave } from './save/autosave';
import { type KeptDraft, keptDraft } from './save/kept-draft';
import { EditorProvider } from './store/context';
import { createEditorStore } from './store/editor-store';
import { Workbench } from './workbench';

export interface DesignerProps {
  processId: string;
  document: ProcessDocument;
  /** The draft's revision that `document` is. */
  revision: number;
  /** What the server found, as far as it looked; the browser checks again. */
  problems?: readonly Problem[] | null;
  meta: { name: string; latestVersion: number | null; start?: StartVerdict };
  /** Speaks to the server; the public HTTP API unless given. */
  api?: DesignerApi;
}

/** The process designer: title block, palette, canvas, problems, properties. */
export function Designer(props: DesignerProps) {
  const { processId, revision, meta, problems } = props;
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
      <AnalysisProvider>
        {autosave && <Workbench {...{ processId, meta, api, autosave, problems }} />}
      </AnalysisProvider>
      {autosave && <PresenceLater {...{ processId, api, autosave }} />}
      <CommentsLater processId={processId} />
    </EditorProvider>
  );
}

/** Kept changes count even when the server went on: saving them will show the conflict. */
const newer = (kept: KeptDraft | undefined): KeptDraft | undefined =>
  kept && kept.changes > 0 ? kept : undefined;
