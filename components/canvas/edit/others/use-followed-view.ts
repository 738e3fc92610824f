import { useEffect } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import type { Company } from '@/components/designer/store/company';
import { useEditorStore } from '@/components/designer/store/context';
import { get } from '@/lib/document';
import { createGlide } from './glide';
import { viewportShowing } from './seen';

const still = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Looks where the followed window looks, on whichever plane, until the person looks elsewhere. */
export function useFollowedView(company: Company, following: string): void {
  const editor = useEditorStore();
  const store = useStoreApi();
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    const end = () => void company.follow(null);
    const frame = (work: (now: number) => void) => {
      const handle = requestAnimationFrame(work);
      return () => cancelAnimationFrame(handle);
    };
    const glide = createGlide(
      { get: getViewport, set: (viewport) => void setViewport(viewport), frame, still },
      end,
    );
    let plane = editor.getState().plane;
    const look = () => {
      const place = company.state.getState().places.get(following);
      const { history, setPlane } = editor.getState();
      // A sub-process that is so new that only they have it comes with what they save.
      if (!place?.view || !get(history.present, place.plane)) return;
      plane = place.plane;
      if (editor.getState().plane !== plane) setPlane(plane);
      const { width, height } = store.getState();
      glide.to(viewportShowing(place.view, { width, height }));
    };
    const unfollow = [
      company.state.subscribe((now, before) => {
        if (now.places.get(following) !== before.places.get(following)) look();
      }),
      store.subscribe((now, before) => {
        if (now.width !== before.width || now.height !== before.height) look();
        else if (now.transform !== before.transform) glide.moved();
      }),
      editor.subscribe((now, before) => {
        if (now.plane !== before.plane && now.plane !== plane) end();
      }),
    ];
    look();
    return () => {
      for (const stop of unfollow) stop();
      glide.stop();
    };
  }, [company, following, editor, store, getViewport, setViewport]);
}
