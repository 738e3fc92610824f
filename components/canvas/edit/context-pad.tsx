'use client';

import { CornerRightDown, Trash2 } from 'lucide-react';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { NodeToolbar, Panel, Position, type ReactFlowState, useReactFlow, useStore } from 'reactflow';
import { BpmnIcon, type BpmnIconName } from '@/components/bpmn/icons';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import { cx } from '@/components/ui/cx';
import { type Bounds, boundsOf, type ElementId, get } from '@/lib/document';
import {
  canAppend,
  familyOf,
  isConnection,
  isExpanded,
  isFlowNode,
  isRefused,
  isSubProcess,
  kindById,
  remove,
  traitsOf,
  traitsOfSeed,
} from '@/lib/editing';
import { keyName } from '../shortcuts';
import { useGesture, useGestureStore } from './gesture-store';
import { LaneButtons } from './pad/lane-buttons';
import { PAIRS, PadButton, PadGlyph, PadRule } from './pad/pad-button';
import { BELOW_PAD, NARROW, padBorder, padPlace } from './pad/pad-place';
import { enterSubProcess, toggleSubProcess } from './sub-process/enter';
import { useBoard } from './use-board';
import { useConnect } from './use-connect';
import { usePlacing } from './use-placing';

const APPEND: readonly { kind: string; icon: BpmnIconName }[] = [
  { kind: 'task', icon: 'task' },
  { kind: 'exclusive-gateway', icon: 'gateway' },
  { kind: 'end-event', icon: 'end' },
  { kind: 'catch-event.timer', icon: 'intermediate' },
  { kind: 'ai-call', icon: 'aiCall' },
  { kind: 'approval', icon: 'approval' },
];

/** After an event-based gateway come only things that wait. */
const AFTER_EVENT_GATEWAY: typeof APPEND = [
  { kind: 'receive-task', icon: 'task' },
  { kind: 'catch-event.message', icon: 'intermediate' },
  { kind: 'catch-event.timer', icon: 'intermediate' },
  { kind: 'catch-event.signal', icon: 'intermediate' },
];

/** What can be done next with the one selected element, at its right. Hovering shows what it would give. */
export function ContextPad() {
  const selection = useEditor((state) => state.selection);
  const quiet = useEditor(
    (state) => state.naming !== null || state.preview !== null || state.tool.kind !== 'select',
  );
  const busy = useGesture((state) => state.dragging || state.connecting !== null || state.picker !== null);
  const document = useEditor((state) => state.history.present);
  const [id] = selection;
  const element = get(document, id);
  const shown = selection.length === 1 && id !== undefined && element !== undefined && !quiet && !busy;
  const bounds = shown && !isConnection(element) ? boundsOf(document, id) : undefined;
  return id && bounds ? <PlacedPad id={id} bounds={bounds} /> : null;
}

/** The pad beside its element, as far as there is room for it; at a border of a canvas that has none. */
function PlacedPad({ id, bounds }: { id: ElementId; bounds: Bounds }) {
  const pad = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const entry = useEditor((state) => get(state.history.present, id));
  const { width: wide, height: high } = bounds;
  // Another element has other buttons, and so has one of another kind or with other lanes. Where it lies decides
  // nothing about them, and measuring would lay out the page in the middle of a move.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for each of these
  useLayoutEffect(() => {
    const { offsetWidth: width = 0, offsetHeight: height = 0 } = pad.current ?? {};
    setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
  }, [id, entry, wide, high]);
  const place = useStore(
    useCallback(
      ({ transform: [x, y, zoom], width, height }: ReactFlowState): Placed => {
        const { x: left, y: top } = bounds;
        const element = { x: left * zoom + x, y: top * zoom + y, width: wide * zoom, height: high * zoom };
        if (width < NARROW) return { ...BESIDE, border: padBorder(element, size) };
        return { ...padPlace(element, size, { width, height }), border: null };
      },
      [bounds, wide, high, size],
    ),
    (a, b) => a.offset === b.offset && a.down === b.down && a.border === b.border,
  );
  if (place.border)
    return (
      <Panel
        position={`${place.border}-center`}
        className="w-max max-w-[calc(100%-30px)]"
        {...(place.border === 'bottom' && { style: { marginBottom: BELOW_PAD } })}
      >
        <div ref={pad}>
          <Pad id={id} flat />
        </div>
      </Panel>
    );
  return (
    <NodeToolbar nodeId={id} isVisible position={Position.Right} align="start" offset={place.offset}>
      <div ref={pad} style={place.down === 0 ? undefined : { transform: `translateY(${place.down}px)` }}>
        <Pad id={id} />
      </div>
    </NodeToolbar>
  );
}

interface Placed {
  offset: number;
  down: number;
  /** The border of the canvas it stands at; null beside the element. */
  border: 'top' | 'bottom' | null;
}
const BESIDE = { offset: 0, down: 0 };

/** @param flat side by side instead of two in a row */
function Pad({ id, flat = false }: { id: ElementId; flat?: boolean }) {
  const editor = useEditorStore();
  const gestures = useGestureStore();
  const board = useBoard();
  const placing = usePlacing();
  const connecting = useConnect();
  const { flowToScreenPosition } = useReactFlow();
  const document = useEditor((state) => state.history.present);
  const type = get(document, id)?.type ?? '';
  const traits = traitsOf(document, id);
  const list = type === 'bpmn:EventBasedGateway' ? AFTER_EVENT_GATEWAY : APPEND;
  const offers = traits
    ? list.filter(({ kind }) => !isRefused(canAppend(traits, traitsOfSeed(kindById(kind).seed))))
    : [];
  const pick = (mode: 'morph' | 'append') => {
    const b = boundsOf(document, id) ?? { x: 0, y: 0, width: 0, height: 0 };
    const screen = board.local(flowToScreenPosition({ x: b.x + b.width + 20, y: b.y }));
    gestures.setState({
      ghost: null,
      picker: { mode, at: null, screen, source: id },
    });
  };
  return (
    <div
      className={cx(
        'group/pad nopan nodrag nowheel rounded-md border border-line bg-surface p-0.5 shadow-card',
        flat && 'flex flex-wrap justify-center',
      )}
      data-flat={flat}
      role="toolbar"
      aria-label="Next"
    >
      <div className={PAIRS}>
        {offers.map(({ kind, icon }) => (
          <PadButton
            key={kind}
            label={`Append ${kindById(kind).label.toLowerCase()}`}
            icon={<BpmnIcon name={icon} size={17} />}
            onHover={(over) => (over ? placing.previewAppend(id, kindById(kind)) : placing.leave())}
            onClick={() => placing.appendTo(id, kindById(kind))}
          />
        ))}
      </div>
      {offers.length > 0 && <PadRule />}
      <LaneButtons id={id} />
      {isSubProcess(type) && <SubProcessButtons id={id} />}
      <div className={PAIRS}>
        {type !== 'bpmn:Lane' && (
          <PadButton
            label="Connect"
            shortcut={keyName('connect')}
            icon={<BpmnIcon name="connect" size={16} />}
            onPress={(event) => connecting.startDrag(id, event)}
          />
        )}
        {isFlowNode(type) && (
          <PadButton
            label="Add a note"
            icon={<BpmnIcon name="note" size={16} />}
            onHover={(over) => (over ? placing.previewAppend(id, kindById('annotation')) : placing.leave())}
            onClick={() => placing.appendTo(id, kindById('annotation'))}
          />
        )}
        <PadButton
          label="Comment"
          shortcut={keyName('comment')}
          icon={<BpmnIcon name="comment" size={16} />}
          onClick={() => editor.getState().discuss({ compose: { elementId: id } })}
        />
        {familyOf(type) !== 'other' && (
          <PadButton
            label="Change the kind"
            shortcut={keyName('morph')}
            icon={<BpmnIcon name="morph" size={16} />}
            onClick={() => pick('morph')}
          />
        )}
        <PadButton
          label="Delete"
          shortcut={keyName('delete')}
          icon={<Trash2 size={15} strokeWidth={1.5} />}
          onClick={() => {
            editor.getState().apply(remove(editor.getState().history.present, [id]));
            board.focus();
          }}
        />
        {offers.length > 0 && (
          <PadButton
            label="Append something else"
            shortcut={keyName('append')}
            icon={<BpmnIcon name="more" size={16} />}
            onClick={() => pick('append')}
          />
        )}
      </div>
    </div>
  );
}

/** Opening, closing and going into the selected sub-process. */
function SubProcessButtons({ id }: { id: ElementId }) {
  const editor = useEditorStore();
  const board = useBoard();
  const open = useEditor((state) => isExpanded(state.history.present, id));
  return (
    <>
      <div className={PAIRS}>
        <PadButton
          label={open ? 'Close in place' : 'Open in place'}
          shortcut={keyName('expand')}
          icon={
            <PadGlyph>
              <path d={open ? 'M2.500 3h11v10h-11zM5.500 8h5' : 'M2.500 3h11v10h-11zM5.500 8h5M8 5.500v5'} />
            </PadGlyph>
          }
          onClick={() => toggleSubProcess(editor, id)}
        />
        {!open && (
          <PadButton
            label="Go into it"
            shortcut={keyName('drillIn')}
            icon={<CornerRightDown size={15} strokeWidth={1.5} />}
            onClick={() => {
              enterSubProcess(editor, id);
              board.focus();
            }}
          />
        )}
      </div>
      <PadRule />
    </>
  );
}
