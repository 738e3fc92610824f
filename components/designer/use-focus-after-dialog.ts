import { type RefObject, useEffect, useRef } from 'react';

/** After a window closes the focus is again on the canvas, or on the line of the outline it was on, not nowhere. */
export function useFocusAfterDialog(root: RefObject<HTMLDivElement | null>, closed: boolean): void {
  const before = useRef(closed);
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest('[role=application], [role=tree]'))
        last.current = target;
    };
    const element = root.current;
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, [root]);
  useEffect(() => {
    const justClosed = closed && !before.current;
    before.current = closed;
    if (!justClosed) return;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const canvas = root.current?.querySelector<HTMLElement>('[role=application]');
      (last.current?.isConnected ? last.current : canvas)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [closed, root]);
}
