import { useEffect } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import type { Company } from '@/components/designer/store/company';
import { useEditorStore } from '@/components/designer/store/context';
import { type ShortcutId, shortcutOf } from '../../shortcuts';
import { followView } from './follow-view';

const still = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

function frame(work: (now: number) => void): () => void {
  const handle = requestAnimationFrame(work);
  return () => cancelAnimationFrame(handle);
}

const MOVING: ReadonlySet<string> = new Set<ShortcutId>([
  ...(['zoomIn', 'zoomOut', 'zoomReset', 'zoomFit', 'zoomSelection'] as const),
  ...(['panLeft', 'panRight', 'panUp', 'panDown'] as const),
]);

/** Zooming that glides would be overtaken by somebody who moves all the time, so its buttons and keys count at once. */
function onOwnWish(drawing: HTMLElement | null, tell: () => void): () => void {
  const clicked = ({ target }: Event) => {
    if (target instanceof Element && target.closest('.react-flow__panel')) tell();
  };
  const pressed = (event: KeyboardEvent) => {
    if (MOVING.has(shortcutOf(event)?.id ?? '')) tell();
  };
  const board = drawing?.closest<HTMLElement>('[data-testid=canvas]');
  board?.addEventListener('click', clicked, true);
  board?.addEventListener('keydown', pressed, true);
  return () => {
    board?.removeEventListener('click', clicked, true);
    board?.removeEventListener('keydown', pressed, true);
  };
}

/** The view of the followed window, on this canvas. */
export function useFollowedView(company: Company, following: string): void {
  const editor = useEditorStore();
  const canvas = useStoreApi();
  const flow = useReactFlow();
  useEffect(() => {
    const setViewport = (viewport: Parameters<typeof flow.setViewport>[0]) => void flow.setViewport(viewport);
    const stop = followView({ company, following, editor, canvas, setViewport, frame, still });
    const unlisten = onOwnWish(canvas.getState().domNode, () => void company.follow(null));
    return () => {
      unlisten();
      stop();
    };
  }, [company, following, editor, canvas, flow]);
}
