'use client';

import { Panel } from 'reactflow';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import { type ElementId, get, nameOf, type ProcessDocument, planeOf, planes, ref } from '@/lib/document';

/** The way back out of a collapsed sub-process; nothing while the whole diagram is shown. */
export function Breadcrumbs() {
  const editor = useEditorStore();
  const document = useEditor((state) => state.history.present);
  const plane = useEditor((state) => state.plane);
  const path = pathOf(document, plane);
  if (path.length < 2) return null;
  return (
    <Panel position="top-left">
      <nav aria-label="Sub-process" className="rounded-md border border-line bg-surface px-1 shadow-card">
        <ol className="flex items-center">
          {path.map(({ id, title }, i) => (
            <li key={id} className="flex items-center">
              {i > 0 && <span aria-hidden="true">›</span>}
              <button
                type="button"
                aria-current={id === plane ? 'page' : undefined}
                className="h-7 rounded-sm px-2 hover:bg-hover aria-[current]:font-semibold"
                onClick={() => editor.getState().setPlane(id)}
              >
                {title}
              </button>
            </li>
          ))}
        </ol>
      </nav>
    </Panel>
  );
}

/** The planes from the whole diagram down to the one that is shown. */
function pathOf(document: ProcessDocument, plane: ElementId): { id: ElementId; title: string }[] {
  const path: { id: ElementId; title: string }[] = [];
  const shown = get(document, plane);
  let element = get(document, ref(shown, 'bpmnElement'));
  while (element && /SubProcess$|Transaction$/.test(element.type)) {
    const inside = planeOf(document, element.id);
    if (inside) path.unshift({ id: inside.id, title: nameOf(element) || element.id });
    element = get(document, element.parent);
  }
  const root = planes(document)[0];
  if (root && path[0]?.id !== root.id) path.unshift({ id: root.id, title: nameOf(element) || 'Diagram' });
  return path;
}
