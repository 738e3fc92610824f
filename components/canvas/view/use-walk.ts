import type { KeyboardEvent } from 'react';
import { useReactFlow } from 'reactflow';
import type { DiagramView } from '@/components/bpmn/types';
import { useAnnounce } from '@/components/ui/live-region';

/**
 * Arrows walk along the flow of a drawing that is only looked at: selects, brings into view, says what it is. How to walk
 * is loaded with the first step.
 */
export function useWalk(
  view: DiagramView,
  selected: string | null,
  onSelect: ((id: string | null) => void) | undefined,
) {
  const { setCenter, getZoom } = useReactFlow();
  const announce = useAnnounce();
  const go = async (key: string) => {
    const { stepOf } = await import('./walk-view');
    const step = stepOf(view, selected, key);
    if (!step) return;
    onSelect?.(step.id);
    announce(step.words);
    void setCenter(step.middle.x, step.middle.y, { zoom: getZoom(), duration: 120 });
  };
  return (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (!onSelect || !plain || event.target !== event.currentTarget) return;
    if (event.key === 'Escape' && selected !== null) onSelect(null);
    // What can't be loaded leads nowhere; the list beside the drawing has everything, too.
    else if (event.key.startsWith('Arrow')) void go(event.key).catch(() => undefined);
    else return;
    event.preventDefault();
  };
}
