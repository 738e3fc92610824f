'use client';

import { DropdownMenu as Radix } from 'radix-ui';
import { useRef } from 'react';
import { keyName } from '@/components/canvas/shortcuts';
import { Kbd } from '@/components/ui/kbd';
import type { ElementId } from '@/lib/document';
import { nameInList } from '@/lib/outline';
import { useEditorStore } from '../store/context';
import { actionsFor, type StepKind } from './actions';

export interface ElementMenuProps {
  id: ElementId;
  /** Where it opens, in pixels of the window. */
  at: { x: number; y: number };
  onChoose: (kind: StepKind) => void;
  onClose: () => void;
}

/** What can be done with an element: arrows, type-ahead, and beside each line the key that does the same. */
export function ElementMenu({ id, at, onChoose, onClose }: ElementMenuProps) {
  const editor = useEditorStore();
  const chosen = useRef<StepKind | null>(null);
  const document = editor.getState().history.present;
  return (
    <Radix.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Radix.Trigger asChild>
        <span
          aria-hidden="true"
          className="pointer-events-none fixed size-px"
          style={{ left: at.x, top: at.y }}
        />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={`Actions for ${nameInList(document, id)}`}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (chosen.current) onChoose(chosen.current);
          }}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-56 overflow-y-auto rounded-md border border-line-strong bg-surface p-1 shadow-card"
        >
          {actionsFor(document, id).map(({ kind, label, shortcut }) => (
            <Radix.Item
              key={kind}
              onSelect={() => {
                chosen.current = kind;
              }}
              className="flex min-h-8 w-full select-none items-center gap-4 rounded-sm px-2 text-sm outline-none data-[highlighted]:bg-hover"
            >
              <span className="grow">{label}</span>
              {shortcut && <Kbd>{keyName(shortcut)}</Kbd>}
            </Radix.Item>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
