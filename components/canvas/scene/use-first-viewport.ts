import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { DiagramNode } from '@/components/bpmn/types';
import { boxOf, type Fit, viewportFor } from './fit';
import type { Viewport } from './window';

/**
 * How a diagram lies on its canvas in the first frame: whole, or as `opening` says. Null until the canvas has a size;
 * later changes of either are no reason to move what somebody looks at.
 */
export function useFirstViewport(
  canvas: RefObject<HTMLElement | null>,
  nodes: readonly DiagramNode[],
  fit: Fit,
  opening?: (size: { width: number; height: number }) => Viewport | null,
): Viewport | null {
  const [viewport, setViewport] = useState<Viewport | null>(null);
  const latest = useRef({ nodes, opening });
  latest.current = { nodes, opening };
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element || viewport) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const box = boxOf(latest.current.nodes);
      if (width === 0 || height === 0) return;
      const whole = box.width > 0 ? viewportFor(box, { width, height }, fit) : { x: 0, y: 0, zoom: 1 };
      setViewport(latest.current.opening?.({ width, height }) ?? whole);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [canvas, viewport, fit]);
  return viewport;
}
