import type { EditorStore } from '@/components/designer/store/editor-store';
import { type ElementId, planeOf } from '@/lib/document';
import { openPlane, toggleExpanded } from '@/lib/editing';

/** Goes into a closed sub-process; one that is drawn without an inside gets one first. */
export function enterSubProcess(editor: EditorStore, id: ElementId): boolean {
  const { history, apply } = editor.getState();
  if (!apply(openPlane(history.present, id), { keepSelection: true })) return false;
  const inside = planeOf(editor.getState().history.present, id);
  if (inside) editor.getState().setPlane(inside.id);
  return inside !== undefined;
}

/** Opens or closes a sub-process where it stands. */
export function toggleSubProcess(editor: EditorStore, id: ElementId): void {
  editor.getState().apply(toggleExpanded(editor.getState().history.present, id));
}
