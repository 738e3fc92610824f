'use client';

import { type ReactFlowState, useStore } from 'reactflow';
import { useEditor } from '@/components/designer/store/context';
import { shownDocument } from '@/components/designer/store/editor-store';
import { groundOf } from '@/components/ui/avatar';
import { markOf } from './mark';

const zoomOf = (state: ReactFlowState): number => state.transform[2];

/** Outlines of what others have selected, each with a name tag of the same size at every zoom. */
export function OtherSelections() {
  const others = useEditor((state) => state.others);
  const document = useEditor(shownDocument);
  const plane = useEditor((state) => state.plane);
  const scale = 1 / useStore(zoomOf);
  const marked = others.map(({ id, name, selection }) => {
    const marks = selection.flatMap((element) => markOf(document, plane, element) ?? []);
    const tag = marks[0]?.tag;
    return (
      <div key={id} data-testid="other-selection" data-person={name}>
        <svg className="absolute left-0 top-0 size-px overflow-visible" aria-hidden="true">
          {marks.map((mark) => (
            <path
              key={mark.id}
              d={mark.path}
              data-selected={mark.id}
              fill="none"
              stroke="var(--muted)"
              strokeWidth={1.5 * scale}
              strokeLinejoin="round"
            />
          ))}
        </svg>
        {tag && (
          <span
            className="absolute left-0 top-0 origin-bottom-left whitespace-nowrap rounded-sm border border-[var(--muted)] px-1.25 text-2xs font-medium text-ink"
            style={{
              background: groundOf(name),
              transform: `translate(${tag.x}px, ${tag.y}px) translateY(-100%) scale(${scale})`,
            }}
          >
            {name}
          </span>
        )}
      </div>
    );
  });
  return <>{marked}</>;
}
