'use client';

import { Popper } from 'radix-ui/internal';
import { useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useHovered } from './use-hovered';

type Side = 'top' | 'right' | 'bottom' | 'left';

/** The tooltip of the element that is hovered or focused. */
export function TooltipLayer() {
  const id = useId();
  const { element, keep, leave } = useHovered();
  useEffect(() => {
    const before = element?.getAttribute('aria-describedby') ?? null;
    if (!element || before !== null) return;
    element.setAttribute('aria-describedby', id);
    return () => element.removeAttribute('aria-describedby');
  }, [element, id]);
  if (!element) return null;
  return <Tip key={element.dataset.tip} {...{ id, element, keep, leave }} />;
}

function Tip({
  id,
  element,
  keep,
  leave,
}: {
  id: string;
  element: HTMLElement;
  keep(): void;
  leave(): void;
}) {
  const anchor = useRef(element);
  anchor.current = element;
  const { tip, tipShortcut, tipSide } = element.dataset;
  return createPortal(
    <Popper.Root>
      <Popper.Anchor virtualRef={anchor} />
      <Popper.Content
        id={id}
        role="tooltip"
        side={(tipSide as Side | undefined) ?? 'top'}
        sideOffset={6}
        collisionPadding={8}
        onPointerEnter={keep}
        onPointerLeave={leave}
        className="z-50 flex max-w-72 animate-enter items-center gap-2 rounded-sm bg-ink px-2 py-1 text-xs font-medium text-canvas"
      >
        {tip}
        {tipShortcut && <kbd className="text-3xs opacity-75">{tipShortcut}</kbd>}
      </Popper.Content>
    </Popper.Root>,
    document.body,
  );
}
