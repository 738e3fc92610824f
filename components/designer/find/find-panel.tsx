'use client';

import { Command } from 'cmdk';
import { X } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useAnnounce } from '@/components/ui/live-region';
import { findIn, type Hit, kindWord, nameInList } from '@/lib/outline';
import { useEditor, useEditorStore } from '../store/context';

/**
 * Finding by label, id or anything written in properties. It lies beside the drawing: arrows show each hit there,
 * Enter goes to the field, Escape back to where the focus was.
 */
export function FindPanel({ onClose }: { onClose: () => void }) {
  const editor = useEditorStore();
  const document = useEditor((state) => state.history.present);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState('');
  const search = useDeferredValue(typed);
  const hits = useMemo(() => findIn(document, search), [document, search]);
  const origin = useRef(globalThis.document?.activeElement);
  const announce = useAnnounce();
  useEffect(() => {
    if (search.trim()) announce(hits.length === 0 ? 'Nothing found' : `${hits.length} found`);
  }, [search, hits.length, announce]);

  // The first hit is shown while typing; arrows go on from there.
  useEffect(() => {
    const [first] = hits;
    if (!first) return;
    setActive(keyOf(first));
    editor.getState().reveal(first.id);
  }, [hits, editor]);

  const show = (value: string) => {
    setActive(value);
    const hit = hits.find((each) => keyOf(each) === value);
    if (hit) editor.getState().reveal(hit.id);
  };
  const leave = () => {
    onClose();
    if (origin.current instanceof HTMLElement && origin.current.isConnected) origin.current.focus();
  };
  const choose = (hit: Hit) => {
    onClose();
    editor.getState().reveal(hit.id);
    editor.getState().focusField(hit.id, hit.field);
  };
  return (
    <search
      data-testid="find"
      className="absolute right-3 top-3 z-20 flex max-h-[min(460px,calc(100%-24px))] w-96 max-desk:max-h-60 max-w-[calc(100%-24px)] flex-col rounded-md border border-line-strong bg-surface shadow-card"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <Command
        label="Find in this process"
        shouldFilter={false}
        value={active}
        onValueChange={show}
        className="flex min-h-0 flex-col"
      >
        <div className="flex items-center gap-1 border-b border-line py-1 pl-1 pr-1.5">
          <Command.Input
            autoFocus
            value={typed}
            onValueChange={setTyped}
            placeholder="Name, id, variable, text of a property…"
            className="h-8 min-w-0 grow rounded-sm bg-transparent px-2.25 outline-none focus-visible:shadow-none"
          />
          {typed.trim() && <span className="flex-none text-xs text-muted">{hits.length}</span>}
          <IconButton size="sm" label="Close" icon={<X size={15} />} onClick={leave} />
        </div>
        <Command.List className="min-h-0 overflow-y-auto p-1 empty:hidden">
          {typed.trim() && search === typed && hits.length === 0 && (
            <Command.Empty className="py-6 text-center text-sm text-muted">Nothing found</Command.Empty>
          )}
          {hits.map((hit) => (
            <Command.Item
              key={keyOf(hit)}
              value={keyOf(hit)}
              onSelect={() => choose(hit)}
              className="flex min-h-8 cursor-pointer flex-col justify-center rounded-sm px-2 py-1 text-sm data-[selected=true]:bg-hover"
            >
              <span className="flex items-baseline gap-2">
                <span className="min-w-0 grow truncate">{nameInList(document, hit.id)}</span>
                <span className="flex-none text-xs text-muted">
                  {hit.field === 'name' ? kindWord(document, hit.id) : hit.fieldLabel}
                </span>
              </span>
              {hit.field !== 'name' && <Excerpt hit={hit} />}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </search>
  );
}

function Excerpt({ hit: { excerpt, at, length } }: { hit: Hit }) {
  return (
    <span className="truncate font-mono text-xs text-muted">
      {excerpt.slice(0, at)}
      <mark className="rounded-xs bg-active-bg text-ink">{excerpt.slice(at, at + length)}</mark>
      {excerpt.slice(at + length)}
    </span>
  );
}

const keyOf = (hit: Hit): string => `${hit.id} ${hit.field} ${hit.excerpt}`;
