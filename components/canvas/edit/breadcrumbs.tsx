'use client';

import { Panel } from 'reactflow';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import { trailOf } from './sub-process/trail';

/** The way back out of a collapsed sub-process; nothing while the whole diagram is shown. */
export function Breadcrumbs() {
  const editor = useEditorStore();
  const document = useEditor((state) => state.history.present);
  const plane = useEditor((state) => state.plane);
  const path = trailOf(document, plane);
  if (path.length < 2) return null;
  return (
    <Panel position="top-left">
      <nav aria-label="Sub-process" className="rounded-md border border-line bg-surface px-1 shadow-card">
        <ol className="flex items-center">
          {path.map(({ plane: id, title }, i) => (
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
