'use client';

import { Command } from 'cmdk';
import { Dialog } from '@/components/ui/dialog';
import { isConnection, isNode, labelOf } from '@/lib/editing';
import { specOf } from '@/lib/elements/registry';
import { useEditorStore } from './store/context';

/** Finding an element by its name, its id or anything written in it. */
export function FindDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Find" size="sm">
      {open && <List onDone={() => onOpenChange(false)} />}
    </Dialog>
  );
}

function List({ onDone }: { onDone: () => void }) {
  const editor = useEditorStore();
  const document = editor.getState().history.present;
  const items = Object.values(document.elements).filter(
    (element) => isNode(element) || isConnection(element),
  );
  return (
    <Command label="Find an element" className="flex flex-col gap-2">
      <Command.Input
        autoFocus
        placeholder="Name, id, or text of a property…"
        className="h-8 w-full rounded-sm border border-line-strong bg-surface px-2.25"
      />
      <Command.List className="max-h-80 overflow-y-auto">
        <Command.Empty className="py-6 text-center text-muted">Nothing found</Command.Empty>
        {items.map((element) => (
          <Command.Item
            key={element.id}
            value={element.id}
            keywords={[labelOf(document, element.id), JSON.stringify(element.values)]}
            className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 data-[selected=true]:bg-hover"
            onSelect={() => {
              editor.getState().focusField(element.id);
              onDone();
            }}
          >
            <span className="min-w-0 grow truncate">
              {labelOf(document, element.id) || <code className="text-xs">{element.id}</code>}
            </span>
            <span className="text-xs text-muted">{specOf(document, element.id).label}</span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
