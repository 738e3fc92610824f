import type { KeyboardEvent } from 'react';
import { useReactFlow } from 'reactflow';
import type { DiagramNode, DiagramView } from '@/components/bpmn/types';
import { useAnnounce } from '@/components/ui/live-region';
import { isWalkKey, walked } from './walk-view';

/** Arrows walk along the flow of a drawing that is only looked at: selects, brings into view, says what it is. */
export function useWalk(
  view: DiagramView,
  selected: string | null,
  onSelect: ((id: string | null) => void) | undefined,
) {
  const { setCenter, getZoom } = useReactFlow();
  const announce = useAnnounce();
  return (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (!onSelect || !plain || event.target !== event.currentTarget) return;
    if (event.key === 'Escape' && selected !== null) onSelect(null);
    else if (isWalkKey(event.key)) {
      const to = walked(view, selected, event.key);
      const next = view.nodes.find(({ id }) => id === to);
      if (next) {
        onSelect(next.id);
        announce(words(next));
        const { x, y, spec } = next;
        void setCenter(x + spec.width / 2, y + spec.height / 2, { zoom: getZoom(), duration: 120 });
      }
    } else return;
    event.preventDefault();
  };
}

const STATES: Record<NonNullable<DiagramNode['state']>, string> = {
  notReached: 'not reached',
  active: 'active',
  waiting: 'waiting',
  completed: 'completed',
  incident: 'incident',
  cancelled: 'cancelled',
  compensated: 'undone',
};

/** “Approve invoice, waiting”. */
function words({ id, label, spec, state }: DiagramNode): string {
  const name = (label ?? spec.label ?? '').trim() || id;
  return state ? `${name}, ${STATES[state]}` : name;
}
