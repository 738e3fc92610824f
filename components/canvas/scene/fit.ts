import { useMemo } from 'react';
import { getViewportForBounds, useReactFlow, useStoreApi } from 'reactflow';
import { union } from '@/components/bpmn/bounds';
import type { Bounds, DiagramNode } from '@/components/bpmn/types';

/** How a drawing is shown whole: space around it as a part of the canvas, and the largest zoom. */
export interface Fit {
  padding: number;
  maxZoom: number;
}

/** The smallest zoom there is. */
export const MIN_ZOOM = 0.1;
/** The largest. */
export const MAX_ZOOM = 4;

/** The box around shapes; their labels and flows are left out, which the padding has room for. */
export const boxOf = (nodes: readonly DiagramNode[]): Bounds =>
  union(nodes.map(({ x, y, spec }) => ({ x, y, width: spec.width, height: spec.height })));

/** The viewport that shows a box whole on a canvas of a size. */
export const viewportFor = (box: Bounds, size: { width: number; height: number }, fit: Fit) =>
  getViewportForBounds(box, size.width, size.height, MIN_ZOOM, fit.maxZoom, fit.padding);

/** Shows a box whole; the canvas moves there in `duration` milliseconds. React Flow's own would see only what is mounted. */
export function useShowBox() {
  const store = useStoreApi();
  const { setViewport } = useReactFlow();
  return useMemo(
    () =>
      (box: Bounds, { duration, ...fit }: Fit & { duration?: number }) => {
        const { width, height } = store.getState();
        if (box.width > 0 || box.height > 0)
          void setViewport(viewportFor(box, { width, height }, fit), { duration });
      },
    [store, setViewport],
  );
}
