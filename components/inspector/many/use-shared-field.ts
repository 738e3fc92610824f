import { useCallback } from 'react';
import { useEditorStore } from '@/components/designer/store/context';
import type { ElementId } from '@/lib/document';
import { updateElements } from '@/lib/editing';
import { fieldPatch, type SharedField } from '@/lib/elements/many/fields';

/** Gives all of these elements one value, as one step; typing in one field is one burst. */
export function useSharedField(ids: readonly ElementId[], field: SharedField): (value: unknown) => void {
  const editor = useEditorStore();
  const { key } = field;
  const what = field.words.label.toLowerCase();
  return useCallback(
    (value: unknown) => {
      const { history, apply } = editor.getState();
      const result = updateElements(
        history.present,
        ids,
        (document, id) => fieldPatch(document, id, key, value),
        `“${what}”`,
      );
      apply(result, { keepSelection: true, burst: `${ids.join(' ')} ${key}` });
    },
    [editor, ids, key, what],
  );
}
