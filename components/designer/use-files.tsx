'use client';

import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { toast } from '@/components/ui/toast';
import { processes } from '@/lib/document';
import type { DesignerApi, ExportFormat } from './api';
import { saveExport } from './export-file';
import { type ReadFile, readBpmnFile } from './import-file';
import type { Autosave } from './save/autosave';
import { useEditorStore } from './store/context';

const TYPES = '.bpmn,.xml,.yaml,.yml,application/xml,text/xml,application/yaml';

export interface Files {
  /** A file that was read; what becomes of it is asked. */
  read: { title: string; read: ReadFile } | null;
  setRead: (file: null) => void;
  choose: () => void;
  drop: (event: DragEvent) => void;
  save: (format: ExportFormat) => void;
  /** Belongs into the page: what `choose` opens. */
  picker: ReactNode;
}

export interface FilesOptions {
  api: DesignerApi;
  autosave: Autosave;
  name: string;
  /** Nothing may be dropped now. */
  locked: boolean;
}

/** Files that come in by choosing or dropping, and go out. */
export function useFiles({ api, autosave, name, locked }: FilesOptions): Files {
  const editor = useEditorStore();
  const [read, setRead] = useState<Files['read']>(null);
  const input = useRef<HTMLInputElement>(null);

  const take = async (file: File | undefined) => {
    if (!file) return;
    try {
      setRead({ title: file.name, read: await readBpmnFile(file) });
    } catch {
      toast.error('The file can’t be read now', {
        description: 'Is the server reachable? Nothing was changed.',
      });
    }
  };
  const save = async (format: ExportFormat) => {
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
  return {
    read,
    setRead,
    choose: () => input.current?.click(),
    drop: (event) => {
      if (event.dataTransfer.files.length === 0 || locked) return;
      event.preventDefault();
      void take(event.dataTransfer.files[0]);
    },
    save: (format) => void save(format),
    picker: (
      <input
        ref={input}
        type="file"
        accept={TYPES}
        aria-label="BPMN file"
        className="hidden"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    ),
  };
}
