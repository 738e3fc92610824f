import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { DiagramNode } from '@/components/bpmn/types';
import { openingOf } from '../view/opening';
import type { Fit } from './fit';
import type { Viewport } from './window';

/**
 * How a diagram lies on its canvas in the first frame: whole where that can be read. Null until the canvas has a size;
 * later changes of either are no reason to move what somebody looks at.
 */
export function useFirstViewport(
  canvas: RefObject<HTMLElement | null>,
  nodes: readonly DiagramNode[],
  fit: Fit,
): Viewport | null {
  const [viewport, setViewport] = useState<Viewport | null>(null);
  const latest = useRef(nodes);
  latest.current = nodes;
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element || viewport) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0) setViewport(openingOf(latest.current, { width, height }, fit));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [canvas, viewport, fit]);
  return viewport;
}
