import { useEffect } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import type { Company } from '@/components/designer/store/company';
import { useEditorStore } from '@/components/designer/store/context';
import { followView } from './follow-view';

const still = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

function frame(work: (now: number) => void): () => void {
  const handle = requestAnimationFrame(work);
  return () => cancelAnimationFrame(handle);
}

/** The view of the followed window, on this canvas. */
export function useFollowedView(company: Company, following: string): void {
  const editor = useEditorStore();
  const canvas = useStoreApi();
  const flow = useReactFlow();
  useEffect(() => {
    const setViewport = (viewport: Parameters<typeof flow.setViewport>[0]) => void flow.setViewport(viewport);
    return followView({ company, following, editor, canvas, setViewport, frame, still });
  }, [company, following, editor, canvas, flow]);
}
