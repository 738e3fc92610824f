'use client';

import { useEffect, useMemo, useState } from 'react';

/** How long the pointer rests before words appear, ms; at once when others were there just before. */
const REST = 400;
const JUST_BEFORE = 150;
/** How long the pointer may be on its way from an element to its words, ms. */
const ON_THE_WAY = 120;

const carrier = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;

/** The element with words (`data-tip`) that is pointed at or has the keyboard's focus, and the pointer on the words. */
export function useHovered() {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const hover = useMemo(() => hovering(setElement), []);
  useEffect(() => hover.listen(), [hover]);
  return { element, keep: hover.keep, leave: hover.leave };
}

/**
 * Follows pointer and focus (WCAG 2.2, 1.4.13): words stay while the pointer is on the element or on them, and go by
 * Escape, a press, scrolling or leaving.
 */
function hovering(show: (element: HTMLElement | null) => void) {
  let shown: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Pressed just now: its words don't come again while the pointer stays on it. */
  let pressed: HTMLElement | null = null;
  let hiddenAt = Number.NEGATIVE_INFINITY;
  const gone = new MutationObserver(() => !shown?.isConnected && hide());

  const set = (element: HTMLElement | null) => {
    clearTimeout(timer);
    if (shown && !element) hiddenAt = performance.now();
    shown = element;
    if (element) gone.observe(document.body, { childList: true, subtree: true });
    else gone.disconnect();
    show(element);
  };
  const hide = () => set(null);
  const after = (ms: number, element: HTMLElement | null) => {
    clearTimeout(timer);
    timer = setTimeout(() => set(element?.isConnected ? element : null), ms);
  };
  const over = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const element = carrier(event.target);
    if (element !== pressed) pressed = null;
    if (element && element === pressed) return;
    if (element === shown) return keep();
    if (element) after(performance.now() - hiddenAt < JUST_BEFORE || shown ? 0 : REST, element);
    else if (shown) after(ON_THE_WAY, null);
    else clearTimeout(timer);
  };
  const focus = (event: FocusEvent) => {
    const element = carrier(event.target);
    if (element?.matches(':focus-visible')) set(element);
  };
  const dismiss = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !shown) return;
    // The first Escape takes the words away and closes nothing.
    event.preventDefault();
    hide();
  };
  const press = (event: PointerEvent) => {
    pressed = carrier(event.target);
    hide();
  };
  const keep = () => clearTimeout(timer);
  const leave = () => after(ON_THE_WAY, null);

  return {
    keep,
    leave,
    listen() {
      const on: [string, (event: never) => void, boolean][] = [
        ['pointerover', over, false],
        ['focusin', focus, false],
        ['focusout', hide, false],
        ['pointerdown', press, true],
        ['scroll', hide, true],
        ['keydown', dismiss, true],
      ];
      for (const [name, listener, capture] of on)
        window.addEventListener(name, listener as EventListener, capture);
      return () => {
        clearTimeout(timer);
        gone.disconnect();
        for (const [name, listener, capture] of on)
          window.removeEventListener(name, listener as EventListener, capture);
      };
    },
  };
}
