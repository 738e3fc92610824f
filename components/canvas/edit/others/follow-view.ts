import type { Viewport } from 'reactflow';
import type { Company } from '@/components/designer/store/company';
import type { EditorStore } from '@/components/designer/store/editor-store';
import { get } from '@/lib/document';
import type { Place } from '@/lib/presence/types';
import { type CanvasPort, sameSize, viewportOf } from './canvas-port';
import { createGlide, type Stage } from './glide';
import { viewportShowing } from './seen';

export interface FollowOptions extends Pick<Stage, 'frame' | 'still'> {
  company: Company;
  /** The window that is followed. */
  following: string;
  editor: EditorStore;
  canvas: CanvasPort;
  setViewport: (viewport: Viewport) => void;
}

const sameSight = (a: Place | undefined, b: Place | undefined): boolean =>
  a?.plane === b?.plane &&
  a?.view?.x === b?.view?.x &&
  a?.view?.y === b?.view?.y &&
  a?.view?.width === b?.view?.width &&
  a?.view?.height === b?.view?.height;

/**
 * Looks where a window looks, on whichever plane, until the person looks elsewhere: that ends following.
 * @returns what stops it
 */
export function followView(options: FollowOptions): () => void {
  const { company, following, editor, canvas, setViewport, frame, still } = options;
  const end = () => void company.follow(null);
  const current = () => viewportOf(canvas.getState());
  const glide = createGlide({ get: current, set: setViewport, frame, still }, end);
  let plane = editor.getState().plane;
  const look = () => {
    const place = company.state.getState().places.get(following);
    const { history, setPlane } = editor.getState();
    // A sub-process that is so new that only they have it comes with what they save.
    if (!place?.view || !get(history.present, place.plane)) return;
    plane = place.plane;
    if (editor.getState().plane !== plane) setPlane(plane);
    glide.to(viewportShowing(place.view, canvas.getState()));
  };
  const unfollow = [
    company.state.subscribe((now, before) => {
      // Where they only point, nothing moves: to look anew would take back what the person begins to move.
      if (!sameSight(now.places.get(following), before.places.get(following))) look();
    }),
    canvas.subscribe((now, before) => {
      if (!sameSize(now, before)) look();
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
}
