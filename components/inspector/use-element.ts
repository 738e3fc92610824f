import { useCallback, useMemo } from 'react';
import { useContent } from '@/components/designer/store/content';
import { useEditorStore } from '@/components/designer/store/context';
import { type ElementId, get } from '@/lib/document';
import { updateElement } from '@/lib/editing';
import type { BpmnBinding } from '@/lib/elements/define';
import type { DocumentPatch } from '@/lib/elements/patch';

/** How a section reads and changes its element. Each change is one step; typing in one field is one burst. */
export interface ElementView<View> {
  view: View;
  /** Changes some members of the view; `field` names the burst. */
  set(change: Partial<View>, field?: string): void;
}

/** The typed view of an element, following the document. */
export function useElement<View extends object>(
  id: ElementId,
  binding: BpmnBinding<View>,
): ElementView<View> {
  const document = useContent();
  const editor = useEditorStore();
  const view = useMemo(() => binding.read(document, id), [binding, document, id]);
  const set = useCallback(
    (change: Partial<View>, field?: string) => {
      const { history, apply } = editor.getState();
      if (!get(history.present, id)) return;
      const next = { ...binding.read(history.present, id), ...change };
      const result = updateElement(history.present, id, binding.write(next, history.present, id));
      apply(result, { keepSelection: true, burst: field ? `${id} ${field}` : undefined });
    },
    [editor, binding, id],
  );
  return { view, set };
}

/** Applies a change that no typed view covers. */
export function usePatch() {
  const editor = useEditorStore();
  return useCallback(
    (id: ElementId, patch: DocumentPatch, field?: string) => {
      const { history, apply } = editor.getState();
      apply(updateElement(history.present, id, patch), {
        keepSelection: true,
        burst: field ? `${id} ${field}` : undefined,
      });
    },
    [editor],
  );
}
