'use client';

import { Command } from 'cmdk';
import { useEffect, useRef, useState } from 'react';
import { useEditorStore } from '@/components/designer/store/context';
import { type KindGroup, morph, type Placeable, place, snap } from '@/lib/editing';
import { gridStep } from '../grid/grid-setting';
import { KindIcon } from '../palette/kind-icon';
import { type Picker, useGestureStore } from './gesture-store';
import { allowedFirst, type Offer, offersOf } from './offers';
import { MarkerButtons } from './pad/marker-buttons';
import { bestFirst } from './rank';
import { useBoard } from './use-board';
import { usePlacing } from './use-placing';

const HEADINGS: readonly [KindGroup, string][] = [
  ['activity', 'Steps'],
  ['gateway', 'Gateways'],
  ['intermediate', 'Events on the way'],
  ['end', 'Ends'],
  ['start', 'Starts'],
  ['boundary', 'On a step’s border'],
  ['data', 'Data'],
  ['other', 'More'],
];

const TITLES = { append: 'Append', create: 'Add', morph: 'Change to', arm: 'Add' } as const;

/** What to put here, or what to turn this into: a list that can be searched. */
export function ElementList({ picker }: { picker: Picker }) {
  const editor = useEditorStore();
  const gestures = useGestureStore();
  const board = useBoard();
  const placing = usePlacing();
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const offers = offersOf(editor.getState().history.present, picker);

  const close = () => gestures.setState({ picker: null, ghost: null, target: null });
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) gestures.setState({ picker: null });
    };
    window.addEventListener('pointerdown', outside, true);
    return () => window.removeEventListener('pointerdown', outside, true);
  }, [gestures]);

  const choose = (kind: Placeable) => {
    close();
    const { history, plane, apply } = editor.getState();
    if (picker.mode === 'morph' && picker.source) {
      apply(morph(history.present, picker.source, kind));
      board.focus();
    } else if (picker.mode === 'append' && picker.source)
      placing.appendTo(picker.source, kind, picker.at ?? undefined);
    else if (picker.mode === 'arm') editor.getState().setTool({ kind: 'place', what: kind });
    else if (picker.at) {
      const at = { x: snap(picker.at.x, gridStep()), y: snap(picker.at.y, gridStep()) };
      const named = kind.group === 'activity';
      if (!apply(place(history.present, kind, { plane, at }), { name: named }) || !named) board.focus();
    }
  };

  return (
    <div
      ref={box}
      className="nowheel absolute z-20 flex max-h-[calc(100%-16px)] w-72 animate-enter flex-col rounded-md border border-line-strong bg-surface shadow-card"
      style={{
        left: `clamp(8px, ${picker.screen.x}px, calc(100% - 296px))`,
        // With the buttons of its markers it is higher.
        top: `clamp(8px, ${picker.screen.y}px, calc(100% - ${picker.mode === 'morph' ? 376 : 338}px))`,
      }}
    >
      <Command
        label={`${TITLES[picker.mode]} an element`}
        shouldFilter={false}
        className="flex min-h-0 flex-col"
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key !== 'Escape') return;
          close();
          board.focus();
        }}
      >
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={setTyped}
          placeholder={`${TITLES[picker.mode]}…`}
          className="h-9 w-full flex-none border-b border-line bg-transparent px-3 text-sm outline-none focus-visible:shadow-none"
        />
        {picker.mode === 'morph' && picker.source && <MarkerButtons id={picker.source} />}
        <Command.List className="max-h-72 min-h-0 overflow-y-auto p-1">
          <Command.Empty className="px-3 py-6 text-center text-muted">Nothing of that name</Command.Empty>
          {typed.trim()
            ? allowedFirst(bestFirst(offers, typed)).map((offer) => (
                <Choice key={offer.kind.id} offer={offer} onChoose={choose} />
              ))
            : HEADINGS.map(([group, heading]) => {
                const list = offers.filter(({ kind, refused }) => kind.group === group && !refused);
                return list.length === 0 ? null : (
                  <Command.Group
                    key={group}
                    heading={heading}
                    className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
                  >
                    {list.map((offer) => (
                      <Choice key={offer.kind.id} offer={offer} onChoose={choose} />
                    ))}
                  </Command.Group>
                );
              })}
        </Command.List>
      </Command>
    </div>
  );
}

function Choice({
  offer: { kind, losses, refused },
  onChoose,
}: {
  offer: Offer;
  onChoose: (kind: Placeable) => void;
}) {
  return (
    <Command.Item
      value={kind.label}
      disabled={refused !== undefined}
      onSelect={() => onChoose(kind)}
      className="data-[disabled=true]:cursor-default data-[disabled=true]:text-muted flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1 data-[selected=true]:bg-hover"
    >
      <KindIcon kind={kind} />
      <span className="min-w-0 grow">
        {kind.label}
        {refused && <span className="block text-xs">{refused}</span>}
        {losses.length > 0 && <span className="block text-xs text-muted">Loses: {losses.join(', ')}</span>}
      </span>
      {!kind.executable && <span className="text-xs text-muted">drawn only</span>}
    </Command.Item>
  );
}
